package dev.ebb.desk.store;

import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import java.time.Instant;

/**
 * What an agent records of a case.
 *
 * @param kind anything but claimed and released, which are steps of their own
 * @param reason needed for {@code wrong}: one of {@link Outcome.Reason}; for others free and short,
 *     or null
 * @param dueAt needed for {@code callback} and {@code snoozed}; for {@code attempted} when to try
 *     again, or null for the desk to choose
 * @param note or null; at most 2,000 characters
 * @param asked what the customer asked for that is not to be had, short; only where declined as
 *     {@value #UNAVAILABLE}, or null
 */
public record Entry(Kind kind, String reason, Instant dueAt, String note, String asked) {
  /** The reason of who declined because what they asked for is not to be had. */
  public static final String UNAVAILABLE = "unavailable";

  private static final int LONGEST_NOTE = 2_000;
  private static final int LONGEST_REASON = 60;

  public Entry {
    if (kind == Kind.CLAIMED || kind == Kind.RELEASED) {
      throw new IllegalArgumentException(
          "kind must be what came of the work but was " + kind.label());
    }
    if (kind == Kind.WRONG && wrong(reason) == null) {
      throw new IllegalArgumentException(
          "reason must be travel, second-line, already-renewed or wrong-person but was " + reason);
    }
    if (kind.needsDueAt() && dueAt == null) {
      throw new IllegalArgumentException("dueAt must be set for " + kind.label() + " but was null");
    }
    shorter("note", note, LONGEST_NOTE);
    shorter("reason", reason, LONGEST_REASON);
    shorter("asked", asked, LONGEST_REASON);
    if (asked != null && (kind != Kind.DECLINED || !UNAVAILABLE.equals(reason))) {
      throw new IllegalArgumentException(
          "asked must be null unless declined as unavailable but was " + asked);
    }
  }

  /** An entry that does not say what was asked for. */
  public Entry(Kind kind, String reason, Instant dueAt, String note) {
    this(kind, reason, dueAt, note, null);
  }

  /** An entry of which there is nothing more to say. */
  public static Entry of(Kind kind) {
    return new Entry(kind, null, null, null);
  }

  /** The reason for which an alert can be wrong, or null if the word is none. */
  static Outcome.Reason wrong(String word) {
    for (Outcome.Reason reason : Outcome.Reason.values()) {
      if (reason.label().equals(word)) {
        return reason;
      }
    }
    return null;
  }

  private static void shorter(String field, String text, int longest) {
    if (text != null && text.length() > longest) {
      throw new IllegalArgumentException(
          "%s must be at most %d characters but was %d".formatted(field, longest, text.length()));
    }
  }
}
