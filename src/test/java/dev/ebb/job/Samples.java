package dev.ebb.job;

import dev.ebb.config.RuleFiles;
import dev.ebb.config.Settings;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.ledger.BundleSettings;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.retention.ContactPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Plans, days and events of the operators' tests. Days close one second after their end. */
final class Samples {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final String ANNA = "13800000001";
  static final String BERT = "13800000002";
  static final int MONDAY = (int) LocalDate.of(2026, 3, 2).toEpochDay();

  /** From a day's end to its close, where neither grace nor spread is set. */
  static final long MARGIN_MILLIS = 1_000;

  private Samples() {}

  /** The shipped rules, days closed without grace and spread, an index from two customers on. */
  static JobPlan plan() {
    return plan(BundleSettings.DEFAULT);
  }

  /** The same with so much of the ledger on the heap. */
  static JobPlan plan(BundleSettings bundle) {
    Settings settings = Settings.defaults();
    JobPlan shipped =
        JobPlan.of(
            settings.withLedger(
                LedgerSettings.defaults(ZONE)
                    .withClose(Duration.ZERO, Duration.ZERO)
                    .withBundle(bundle)),
            RuleFiles.bundled(settings.currency()),
            List.of("usage"));
    return new JobPlan(
        shipped.ledger(),
        shipped.watch().withPolicy(ContactPolicy.OPEN),
        shipped.rules(),
        shipped.bindings(),
        2,
        shipped.dailyBudget(),
        null,
        true);
  }

  static long at(int day, String time) {
    return LocalDate.ofEpochDay(day)
        .atTime(LocalTime.parse(time))
        .atZone(ZONE)
        .toInstant()
        .toEpochMilli();
  }

  /** When a day is closed. */
  static long closeOf(int day) {
    return at(day + 1, "00:00") + MARGIN_MILLIS;
  }

  /** A call of a minute at ten in the morning, with its own id. */
  static Event call(String customer, int day) {
    return call(customer, at(day, "10:00"), day * 31L + customer.hashCode());
  }

  static Event call(String customer, long at, long id) {
    return Event.of(EventKind.VOICE_OUT, customer, at, id, 60);
  }

  /** A profile of someone whose contract ends some days after it came. */
  static Event profile(String customer, int day, int contractEndsInDays) {
    LocalDate endsOn = LocalDate.ofEpochDay(day + contractEndsInDays);
    return Event.of(
        customer,
        new Profile(
            at(day, "09:00"),
            LocalDate.of(2020, 1, 1),
            Profile.Status.ACTIVE,
            Profile.Payment.POSTPAID,
            new Profile.Plan("P", "Plan", 12_800),
            List.of(new Agreement(AgreementKind.CONTRACT, "two years", endsOn, false)),
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }
}
