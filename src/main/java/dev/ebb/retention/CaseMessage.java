package dev.ebb.retention;

import dev.ebb.risk.Stage;
import dev.ebb.risk.Value;
import dev.ebb.signal.Family;
import dev.ebb.signal.Text;
import java.util.List;
import java.util.Map;

/**
 * A whole case as it is sent: every message repeats everything, readers upsert by {@code alertId}.
 *
 * @param alertId UUIDv5 of customer, activation and case number, the same in every replay
 * @param revision grows by one with each message of this case
 * @param reason why the case is told again, a word of {@link Reason}, an outcome's kind or a
 *     departure's; null for the first message
 * @param openedAt event time of the first message, epoch milliseconds
 * @param at event time of this message
 * @param value null after erasure
 * @param priority value x risk x save, in minor units per month
 * @param actBy earliest deadline of the live signals, epoch milliseconds
 * @param signals the live ones, strongest first; where none is live any longer those that were
 * @param recommended null after erasure, and where the rules of all its signals are gone
 * @param withheld why nobody may act on this, or null: the message is contactable
 * @param series the last 56 days, or null after erasure
 * @param aside what the job passes on to itself and never sends
 */
public record CaseMessage(
    String alertId,
    int revision,
    String customerId,
    CaseState state,
    String reason,
    long openedAt,
    long at,
    double risk,
    Value value,
    double priority,
    Stage stage,
    long actBy,
    List<Signal> signals,
    Recommended recommended,
    Withheld withheld,
    boolean mature,
    Series series,
    Aside aside) {

  public CaseMessage {
    signals = List.copyOf(signals);
  }

  /** Whether this message belongs on {@code ebb.alerts}. */
  public boolean isContactable() {
    return withheld == null;
  }

  /** Whether this is the case's last message. */
  public boolean isClosing() {
    return switch (state) {
      case CLEARED, EXPIRED, LOST -> true;
      case SAVED -> Reason.CONFIRMED.equals(reason);
      default -> false;
    };
  }

  /**
   * The same, withheld for this. For want of budget a message takes the call's place, where the
   * playbook has one.
   */
  CaseMessage withheldFor(Withheld why) {
    boolean overflows =
        why == Withheld.BUDGET && recommended != null && aside.selfService() != null;
    return changed(
        isClosing() ? state : CaseState.WITHHELD,
        reason,
        actBy,
        overflows ? recommended.on(aside.selfService()) : recommended,
        why,
        aside);
  }

  /** The same as the first contactable message of its case, to be acted upon by then. */
  CaseMessage opened(long newActBy) {
    return changed(CaseState.OPEN, null, newActBy, recommended, null, aside);
  }

  /** The same, told for another reason, to be acted upon by then. */
  CaseMessage dueBy(long newActBy, String newReason) {
    return changed(state, newReason, newActBy, recommended, withheld, aside);
  }

  /** The same with something said aside. */
  public CaseMessage with(Aside newAside) {
    return changed(state, reason, actBy, recommended, withheld, newAside);
  }

  private CaseMessage changed(
      CaseState newState,
      String newReason,
      long newActBy,
      Recommended newMove,
      Withheld newWithheld,
      Aside newAside) {
    return new CaseMessage(
        alertId,
        revision,
        customerId,
        newState,
        newReason,
        openedAt,
        at,
        risk,
        value,
        priority,
        stage,
        newActBy,
        signals,
        newMove,
        newWithheld,
        mature,
        series,
        newAside);
  }

  /**
   * What {@link Admission} needs to know besides.
   *
   * @param household of the customer, or null
   * @param selfService the channel that takes nobody's time, or null
   * @param owed whether the case is owed to every customer
   * @param allowanceMillis from the case's beginning to its act-by
   * @param endsAt when the case expires if nobody ever works it, epoch milliseconds
   */
  public record Aside(
      String household, String selfService, boolean owed, long allowanceMillis, long endsAt) {
    /** Nothing. */
    public static final Aside NONE = new Aside(null, null, false, 0, Long.MAX_VALUE);
  }

  /** A live signal. */
  public record Signal(
      String rule,
      int version,
      String kind,
      Family family,
      long since,
      double strength,
      double weight,
      Map<String, Double> evidence,
      Text why) {}

  /**
   * The suggested move.
   *
   * @param contactFrom epoch milliseconds, or null for now
   * @param contactUntil when the customer is next not to be disturbed, epoch milliseconds, or null
   */
  public record Recommended(
      int lever,
      String playbook,
      String channel,
      Long contactFrom,
      Long contactUntil,
      Text opener,
      List<Offer> mayOffer,
      List<Text> mustNot) {
    public Recommended {
      mayOffer = List.copyOf(mayOffer);
      mustNot = List.copyOf(mustNot);
    }

    /** The same on another channel. */
    Recommended on(String newChannel) {
      return new Recommended(
          lever, playbook, newChannel, contactFrom, contactUntil, opener, mayOffer, mustNot);
    }
  }

  /** Something that may be offered; {@code upTo}: the most it may cost, minor units, or null. */
  public record Offer(Text what, Long upTo) {}

  /**
   * Daily values, oldest first, the last one being the judged day; -1 where unknown.
   *
   * @param mou outgoing voice, seconds
   * @param spend minor units
   * @param from epoch day of the first value
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Series(long[] mou, long[] spend, int from) {
    /** Number of days. */
    public static final int DAYS = 56;
  }
}
