package dev.ebb.desk.store;

import dev.ebb.event.Profile;
import dev.ebb.retention.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Until when calls are forbidden.
 *
 * @param zone of the operator
 * @param quiet hours of customers who have not set their own
 * @param legalStop how long a legal stop holds; null: until the customer is another one
 */
public record CallRules(ZoneId zone, QuietHours quiet, Duration legalStop) {
  /** Calls are allowed at any hour, and a legal stop holds for good. */
  public static final CallRules NONE = new CallRules(ZoneOffset.UTC, QuietHours.NONE, null);

  /** When a call is fine again as far as the hour goes; this very instant if it is now. */
  public Instant notBefore(Instant now, Profile profile) {
    Profile.Contact contact = profile == null ? null : profile.contact();
    ZoneId where = zoneOf(profile == null ? null : profile.zone());
    return contact == null
        ? notBefore(now, null, null, where)
        : notBefore(now, contact.quietFrom(), contact.quietTo(), where);
  }

  /** The same for who lives there and has set these quiet hours; null: the operator's. */
  Instant notBefore(Instant now, LocalTime from, LocalTime to, ZoneId where) {
    QuietHours hours = quiet.setTo(from, to);
    return Instant.ofEpochMilli(hours.notBefore(now.toEpochMilli(), where));
  }

  /** The zone of this name; the operator's where there is none, or it is unknown here. */
  ZoneId zoneOf(String own) {
    return QuietHours.clock(own, zone);
  }
}
