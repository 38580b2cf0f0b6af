package dev.ebb.retention;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the stream decides what came of a case.
 *
 * @param verifyAfter from the customer's answer to the first verdict, 1 to 90 d
 * @param confirmAfter from the customer's answer to the last verdict, more than {@code
 *     verifyAfter}, at most 365 d
 * @param wrongSnooze for how long a rule rests for a customer in whose case it was wrong, 0 to 365
 *     d
 * @param silentDays days without an own action after which a customer counts as gone, 14 to 91
 */
public record CaseTerms(
    Duration verifyAfter, Duration confirmAfter, Duration wrongSnooze, int silentDays)
    implements Serializable {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);

  /** The shipped terms: 30, 90, 30 and 60 days. */
  public static final CaseTerms DEFAULT =
      new CaseTerms(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(30), 60);

  public CaseTerms {
    check("verify-after", verifyAfter, DAY, Duration.ofDays(90));
    check("confirm-after", confirmAfter, verifyAfter.plusMillis(1), YEAR);
    check("wrong-snooze", wrongSnooze, Duration.ZERO, YEAR);
    if (silentDays < 14 || silentDays > 91) {
      throw new IllegalArgumentException("silent-days must be 14 to 91 but was " + silentDays);
    }
  }

  private static void check(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be %s to %s but was %s".formatted(name, least, most, value));
    }
  }
}
