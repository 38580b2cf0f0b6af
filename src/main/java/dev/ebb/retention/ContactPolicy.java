package dev.ebb.retention;

import dev.ebb.signal.Rule;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalTime;

/**
 * Whom to call when, and how. What the law forbids is {@link LegalStop}'s. What a playbook owes to
 * everybody is bound by quiet hours only.
 *
 * @param playbooks how each kind of case is worked
 * @param quietHours of customers who have set none of their own
 * @param cap how often a customer may be troubled
 * @param coolDown after a case that was worked nobody opens another one for so long, 0 to 365 d; an
 *     intent to leave does not wait
 * @param valueGate minor units a month under which a customer is not worth a call; 0 for none
 * @param holdOut whose cases are not worked
 * @param householdRest for so long after one of a household's cases was let out its others wait, 0
 *     to 365 d
 */
public record ContactPolicy(
    Playbooks playbooks,
    QuietHours quietHours,
    ContactCap cap,
    Duration coolDown,
    long valueGate,
    HoldOut holdOut,
    Duration householdRest)
    implements Serializable {

  private static final Duration YEAR = Duration.ofDays(365);

  /** Nobody is kept from contact, and the rules alone say what to do. */
  public static final ContactPolicy OPEN =
      new ContactPolicy(
          Playbooks.NONE,
          QuietHours.NONE,
          ContactCap.NONE,
          Duration.ZERO,
          0,
          HoldOut.NONE,
          Duration.ZERO);

  /** The shipped policy, still without playbooks. */
  public static final ContactPolicy DEFAULT =
      new ContactPolicy(
          Playbooks.NONE,
          new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)),
          new ContactCap(4, Duration.ofDays(30)),
          Duration.ofDays(30),
          1_000,
          new HoldOut(0.10, "ebb"),
          Duration.ofDays(14));

  public ContactPolicy {
    check("cool-down", coolDown);
    check("household-rest", householdRest);
    if (valueGate < 0) {
      throw new IllegalArgumentException("value-gate must be at least 0 but was " + valueGate);
    }
  }

  private static void check(String name, Duration value) {
    if (value.isNegative() || value.compareTo(YEAR) > 0) {
      throw new IllegalArgumentException(name + " must be 0 to 365 d but was " + value);
    }
  }

  /** Whether what this rule leads to is owed to every customer. */
  boolean owes(Rule rule) {
    Playbook playbook = playbooks.get(rule.playbook());
    return playbook != null && playbook.owed();
  }

  /** The same with these playbooks. */
  public ContactPolicy withPlaybooks(Playbooks newPlaybooks) {
    return new ContactPolicy(
        newPlaybooks, quietHours, cap, coolDown, valueGate, holdOut, householdRest);
  }

  /** The same with others held out. */
  public ContactPolicy withHoldOut(HoldOut newHoldOut) {
    return new ContactPolicy(
        playbooks, quietHours, cap, coolDown, valueGate, newHoldOut, householdRest);
  }

  /** The same with households resting for another time. */
  public ContactPolicy withHouseholdRest(Duration newRest) {
    return new ContactPolicy(playbooks, quietHours, cap, coolDown, valueGate, holdOut, newRest);
  }
}
