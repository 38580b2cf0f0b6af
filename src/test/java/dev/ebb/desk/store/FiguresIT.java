package dev.ebb.desk.store;

import static dev.ebb.desk.store.LeadStore.SHANGHAI;
import static dev.ebb.desk.store.LeadStore.at;
import static dev.ebb.desk.store.LeadStore.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.Figures.Cause;
import dev.ebb.desk.store.Figures.Funnel;
import dev.ebb.desk.store.Figures.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FiguresIT {
  private static final Span NOVEMBER = span("2026-11-01T00:00", "2026-12-01T00:00");

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private LeadStore store;
  private Figures figures;

  @BeforeEach
  void open() {
    store = new LeadStore(postgres.open());
    figures = new Figures(postgres.open(), SHANGHAI);
  }

  @Test
  void shouldCountEachCaseOnceInEachStep() {
    store
        .alert("untouched", "1", "P1", "2026-11-01T00:00", "a")
        .alert("given-back", "2", "P1", "2026-11-02T10:00", "a")
        .outcome("given-back", "ann", "claimed", null, "2026-11-02T11:00")
        .outcome("given-back", "ann", "released", null, "2026-11-02T11:05")
        .alert("tried", "3", "P1", "2026-11-02T10:00", "a")
        .outcome("tried", "ann", "attempted", null, "2026-11-02T11:00")
        .outcome("tried", "bob", "attempted", null, "2026-11-03T18:00")
        .alert("refused", "4", "P1", "2026-11-02T10:00", "a")
        .outcome("refused", "ann", "declined", "price", "2026-11-02T11:00")
        .alert("saved", "5", "P1", "2026-11-02T10:00", "a")
        .outcome("saved", "ann", "reached", null, "2026-11-02T11:00")
        .outcome("saved", "ann", "accepted", null, "2026-11-02T11:01")
        .news("saved", "saved", "verified", "2026-12-02T10:00")
        .news("saved", "expired", "unverified", "2027-02-02T10:00")
        .sql("update cases set state = 'expired' where alert_id = 'saved'")
        .alert("repeated-as-saved", "6", "P1", "2026-11-30T23:59", "a")
        .outcome("repeated-as-saved", "bob", "accepted", null, "2026-12-01T09:00")
        .sql("update cases set state = 'saved' where alert_id = 'repeated-as-saved'")
        .alert("october", "7", "P1", "2026-10-31T23:59", "a")
        .outcome("october", "ann", "accepted", null, "2026-11-02T11:00")
        .alert("december", "8", "P1", "2026-12-01T00:00", "a");

    assertThat(figures.funnel(NOVEMBER)).isEqualTo(new Funnel(6, 4, 3, 2, 2));
    assertThat(figures.funnel(span("2020-01-01T00:00", "2020-02-01T00:00")))
        .isEqualTo(new Funnel(0, 0, 0, 0, 0));
  }

  @Test
  void shouldCompareThoseWhoMightBeWorkedWithThoseHeldOut() {
    store
        .alert("t1", "1", "P1", "2026-08-01T10:00", "a")
        .exit("1", "2026-08-01T10:00", "tariff", "stated")
        .alert("t2", "2", "P1", "2026-08-01T10:00", "a")
        .exit("2", "2026-09-30T09:59", "tariff", "stated")
        .alert("t3", "3", "P1", "2026-08-01T10:00", "a")
        .exit("3", "2026-09-30T10:00", "tariff", "stated")
        .alert("t4", "4", "P1", "2026-08-01T10:00", "a")
        .exit("4", "2026-07-31T10:00", "tariff", "stated")
        .withheld("h1", "5", "hold-out", "P1", "2026-08-01T10:00", "a")
        .exit("5", "2026-08-20T10:00", "unknown", "nothing")
        .withheld("h2", "6", "hold-out", "P1", "2026-08-02T10:00", "a")
        .withheld("other", "7", "value-gate", "P1", "2026-08-02T10:00", "a")
        .alert("young", "8", "P1", "2026-10-22T10:01", "a")
        .exit("8", "2026-11-01T10:00", "tariff", "stated")
        .withheld("p4", "9", "hold-out", "P4", "2026-08-02T10:00", "a")
        .alert("erased", "10", "P1", "2026-08-02T10:00", "a")
        .sql("update cases set customer_hash = '' where alert_id = 'erased'");

    assertThat(figures.uplift(span("2026-01-01T00:00", "2026-12-21T10:01"), at("2026-12-21T10:01")))
        .containsExactly(new Uplift("P1", 4, 2, 2, 1), new Uplift("P4", 0, 0, 1, 0));
  }

  @Test
  void shouldCountAsDrawnWhetherAnybodyCameToCallOrNot() {
    store
        .withheld("budget", "1", "budget", "P1", "2026-08-01T10:00", "a")
        .exit("1", "2026-08-20T10:00", "tariff", "stated")
        .withheld("household", "2", "household", "P1", "2026-08-01T10:00", "a")
        .withheld("cap", "3", "cap", "P1", "2026-08-01T10:00", "a")
        // Found mature later, and drawn only then.
        .withheld("later-held", "4", "immature", "P1", "2026-08-01T10:00", "a")
        .sql("update withheld set arm = 'held-out' where alert_id = 'later-held'")
        // Kept back by the budget first, called under another playbook the next day.
        .withheld("called", "5", "budget", "P1", "2026-08-01T10:00", "a")
        .alert("called", "5", "P4", "2026-08-01T10:00", "a")
        // The same customer again: once in a playbook, by the first case.
        .alert("again", "5", "P1", "2026-09-01T10:00", "a")
        .withheld("again-held", "5", "hold-out", "P1", "2026-09-10T10:00", "a")
        .alert("moved", "6", "P4", "2026-08-01T10:00", "a")
        .sql("update cases set first_playbook = 'P1' where alert_id = 'moved'");

    assertThat(figures.uplift(span("2026-01-01T00:00", "2026-12-21T10:01"), at("2026-12-21T10:01")))
        .containsExactly(new Uplift("P1", 4, 1, 1, 0));
  }

  @Test
  void shouldTellHowLongBeforeTheyLeftTheyWereToldOf() {
    assertThat(figures.medianLeadDays(NOVEMBER)).isEmpty();
    store
        // Told 100 and 20 days before: alerts hang together where at most 90 days lie between.
        .alert("a1", "1", "P1", "2026-07-26T10:00", "a")
        .alert("a2", "1", "P1", "2026-10-14T10:00", "a")
        .exit("1", "2026-11-03T12:00", "tariff", "stated")
        // Alerts 91 days apart do not: 5 days.
        .alert("b1", "2", "P1", "2026-07-30T10:00", "a")
        .alert("b2", "2", "P1", "2026-10-29T10:01", "a")
        .exit("2", "2026-11-03T10:01", "tariff", "stated")
        // What was told after the exit, or more than 90 days before, told nobody anything.
        .alert("c1", "3", "P1", "2026-11-04T10:00", "a")
        .exit("3", "2026-11-03T10:00", "tariff", "stated")
        .alert("d1", "4", "P1", "2026-08-01T10:00", "a")
        .exit("4", "2026-11-03T10:00", "tariff", "stated");

    assertThat(figures.medianLeadDays(NOVEMBER)).hasValue((100 + 5) / 2.0);

    // Withheld for a week before anybody was told.
    store
        .alert("e1", "5", "P1", "2026-11-01T10:00", "a")
        .news("e1", "open", null, "2026-11-08T10:00")
        .exit("5", "2026-11-10T10:00", "tariff", "stated");

    assertThat(figures.medianLeadDays(NOVEMBER)).hasValue(5);
  }

  @Test
  void shouldSortCausesAndKnowWhichAreKnown() {
    store
        .exit("1", "2026-11-01T00:00", "unknown", "nothing")
        .exit("2", "2026-11-02T00:00", "tariff", "stated")
        .exit("3", "2026-11-02T00:00", "tariff", "signals")
        .exit("4", "2026-11-02T00:00", "unknown", "stated")
        .exit("5", "2026-11-02T00:00", "unknown", "nothing")
        .exit("6", "2026-11-02T00:00", "service", "signals")
        .exit("7", "2026-12-01T00:00", "service", "signals");

    assertThat(figures.causes(NOVEMBER))
        .containsExactly(
            new Cause("unknown", false, 3),
            new Cause("tariff", true, 2),
            new Cause("service", true, 1));
  }
}
