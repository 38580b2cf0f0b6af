package dev.ebb.desk.store;

import dev.ebb.retention.CaseMessage;
import java.time.Instant;

/**
 * What forbids calling a case's customer now.
 *
 * @param until when that ends, business time; null: nobody knows
 */
public record Barrier(Kind kind, Instant until) {
  private static final String LEGAL_STOP = "legal-stop";
  private static final String OPTED_OUT = "opted-out";

  /** What it is. */
  public enum Kind {
    /** The customer's hours have not begun yet. */
    EARLY,
    /** They are over. */
    QUIET,
    /** The customer does not want to be contacted. */
    OPTED_OUT,
    /** The law protects the customer. */
    LEGAL_STOP;

    /** The word in the interface. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** The gravest one, or null: the call may be placed. */
  public static Barrier of(CaseView view, CallRules rules, Instant now) {
    Barrier law = byLaw(view, rules);
    return law == null ? byHour(view, rules, now) : law;
  }

  /** What the law or the customer's own word forbids, at any hour; or null. */
  public static Barrier byLaw(CaseView view, CallRules rules) {
    boolean hasOptedOut =
        view.profile() != null
            && view.profile().contact() != null
            && view.profile().contact().optOut();
    if (hasOptedOut || OPTED_OUT.equals(view.card().reason())) {
      return new Barrier(Kind.OPTED_OUT, null);
    }
    if (!LEGAL_STOP.equals(view.card().reason())) {
      return null;
    }
    Instant since = Instant.ofEpochMilli(view.message().at());
    return new Barrier(
        Kind.LEGAL_STOP, rules.legalStop() == null ? null : since.plus(rules.legalStop()));
  }

  /**
   * What the hour forbids; or null. The job tells no hours of a case whose evidence is gone, and
   * tells them again but once a day: it is by the clock that hours are quiet.
   */
  public static Barrier byHour(CaseView view, CallRules rules, Instant now) {
    Instant from = view.card().contactFrom();
    if (from != null && from.isAfter(now)) {
      return new Barrier(Kind.EARLY, from);
    }
    Instant again = rules.notBefore(now, view.profile());
    return again.isAfter(now) ? new Barrier(Kind.QUIET, again) : null;
  }

  /** When the customer's hours end or have ended, as the job said last; or null. */
  public static Instant contactUntil(CaseView view) {
    CaseMessage.Recommended move = view.message().recommended();
    Long until = move == null ? null : move.contactUntil();
    return until == null ? null : Instant.ofEpochMilli(until);
  }
}
