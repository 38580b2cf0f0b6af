package dev.ebb.config;

import dev.ebb.retention.ContactCap;
import dev.ebb.retention.ContactPolicy;
import dev.ebb.retention.HoldOut;
import dev.ebb.retention.QuietHours;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Currency;

/** The section {@code policy} of the settings, but for the law. */
final class PolicySection {
  private static final ContactPolicy DEFAULT = ContactPolicy.DEFAULT;
  private static final Duration YEAR = Duration.ofDays(365);

  private PolicySection() {}

  static ContactPolicy read(Section policy, Currency currency) {
    QuietHours quietHours = quietHours(policy.section("quiet-hours"));
    ContactCap cap = cap(policy.section("contact-cap"));
    Duration coolDown = policy.duration("cool-down", DEFAULT.coolDown(), Duration.ZERO, YEAR);
    String amount = "must be an amount of " + currency + " such as 10";
    long valueGate =
        policy.scalar("value-gate", DEFAULT.valueGate(), text -> amount(text, currency), amount);
    HoldOut holdOut = holdOut(policy.section("hold-out"));
    Duration rest = policy.duration("household-rest", DEFAULT.householdRest(), Duration.ZERO, YEAR);
    return policy.build(
        () ->
            new ContactPolicy(
                DEFAULT.playbooks(), quietHours, cap, coolDown, valueGate, holdOut, rest));
  }

  private static Long amount(String text, Currency currency) {
    Long minor = Scalars.money(text, currency);
    return minor == null || minor < 0 ? null : minor;
  }

  private static QuietHours quietHours(Section section) {
    LocalTime from = time(section, "from", DEFAULT.quietHours().from());
    LocalTime to = time(section, "to", DEFAULT.quietHours().to());
    return new QuietHours(from, to);
  }

  private static LocalTime time(Section section, String key, LocalTime fallback) {
    return section.scalar(key, fallback, PolicySection::time, "must be a time such as 21:00");
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ContactCap cap(Section section) {
    int contacts = section.integer("contacts", DEFAULT.cap().contacts(), 0, 20);
    Duration within = section.duration("within", DEFAULT.cap().within(), Duration.ofHours(1), YEAR);
    return new ContactCap(contacts, within);
  }

  private static HoldOut holdOut(Section section) {
    double share = section.number("share", DEFAULT.holdOut().share(), 0, 0.5);
    String salt = section.text("salt", DEFAULT.holdOut().salt());
    return new HoldOut(share, salt);
  }
}
