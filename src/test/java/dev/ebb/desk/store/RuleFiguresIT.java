package dev.ebb.desk.store;

import static dev.ebb.desk.store.LeadStore.SHANGHAI;
import static dev.ebb.desk.store.LeadStore.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.Figures.Span;
import dev.ebb.desk.store.RuleFigures.DayCount;
import dev.ebb.desk.store.RuleFigures.Line;
import dev.ebb.desk.store.RuleFigures.Wrong;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RuleFiguresIT {
  private static final Span NOVEMBER = span("2026-11-01T00:00", "2026-12-01T00:00");

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private LeadStore store;
  private RuleFigures figures;

  @BeforeEach
  void open() {
    store = new LeadStore(postgres.open());
    figures = new RuleFigures(postgres.open(), SHANGHAI);
  }

  @Test
  void shouldTellHowEachRuleDoes() {
    store
        .alert("1", "1", "P1", "2026-11-01T10:00", "silence", "expiry")
        .outcome("1", "ann", "attempted", null, "2026-11-01T11:00")
        .outcome("1", "bob", "claimed", null, "2026-11-02T11:00")
        .exit("1", "2026-11-20T10:00", "tariff", "stated")
        .alert("2", "2", "P1", "2026-11-01T10:00", "silence")
        .outcome("2", "ann", "wrong", "travel", "2026-11-01T11:00")
        .alert("3", "3", "P1", "2026-11-01T10:00", "silence")
        .outcome("3", "ann", "claimed", null, "2026-11-01T11:00")
        .outcome("3", "ann", "snoozed", null, "2026-11-01T11:01")
        .alert("4", "4", "P1", "2026-11-01T10:00", "expiry")
        .outcome("4", "ann", "accepted", null, "2026-11-01T11:00")
        .news("4", "saved", "verified", "2026-12-01T11:00")
        .withheld("5", "5", "hold-out", "P1", "2026-11-01T10:00", "silence", "low-spend")
        .exit("5", "2026-11-20T10:00", "tariff", "stated")
        .withheld("6", "6", "hold-out", "P1", "2026-11-01T10:00", "silence")
        .withheld("7", "7", "cap", "P1", "2026-11-01T10:00", "silence")
        .alert("8", "8", "P1", "2026-10-31T10:00", "silence");

    assertThat(figures.of(NOVEMBER).lines())
        .containsExactly(
            new Line("expiry", 2, 2, 0, 1, 1, 0, 0),
            new Line("low-spend", 0, 0, 0, 0, 0, 1, 1),
            new Line("silence", 3, 2, 1, 0, 1, 2, 1));
  }

  @Test
  void shouldTellForWhatReasonsARuleWasWrong() {
    store
        .alert("1", "1", "P1", "2026-11-01T10:00", "silence", "expiry")
        .outcome("1", "ann", "wrong", "travel", "2026-11-01T11:00")
        .alert("2", "2", "P1", "2026-11-01T10:00", "silence")
        .outcome("2", "ann", "wrong", "travel", "2026-11-01T11:00")
        .alert("3", "3", "P1", "2026-11-01T10:00", "silence")
        .outcome("3", "ann", "wrong", "wrong-person", "2026-11-01T11:00")
        .alert("4", "4", "P1", "2026-11-01T10:00", "silence")
        .outcome("4", "ann", "declined", "travel", "2026-11-01T11:00");

    assertThat(figures.wrong(NOVEMBER))
        .containsExactly(
            new Wrong("expiry", "travel", 1),
            new Wrong("silence", "travel", 2),
            new Wrong("silence", "wrong-person", 1));
  }

  @Test
  void shouldCountByRuleReasonAndTheOperatorsDay() {
    store
        .alert("1", "1", "P1", "2026-11-01T00:00", "silence", "expiry")
        .alert("2", "2", "P1", "2026-11-01T23:59", "silence")
        .withheld("3", "3", "cap", "P1", "2026-11-01T12:00", "silence")
        .withheld("4", "4", "cap", "P1", "2026-11-02T00:00", "silence", "expiry")
        .withheld("5", "5", "hold-out", "P1", "2026-11-02T00:00", "silence")
        .alert("6", "6", "P1", "2026-12-01T00:00", "silence");

    LocalDate first = LocalDate.of(2026, 11, 1);
    LocalDate second = LocalDate.of(2026, 11, 2);
    assertThat(figures.of(NOVEMBER).days())
        .containsExactly(
            new DayCount(first, "expiry", null, 1),
            new DayCount(first, "silence", null, 2),
            new DayCount(first, "silence", "cap", 1),
            new DayCount(second, "expiry", "cap", 1),
            new DayCount(second, "silence", "cap", 1),
            new DayCount(second, "silence", "hold-out", 1));
    assertThat(figures.of(NOVEMBER).allDays())
        .containsExactly(
            new DayCount(first, null, null, 2),
            new DayCount(first, null, "cap", 1),
            new DayCount(second, null, "cap", 1),
            new DayCount(second, null, "hold-out", 1));
  }
}
