package dev.ebb.desk.store;

import static dev.ebb.desk.store.LeadStore.SHANGHAI;
import static dev.ebb.desk.store.LeadStore.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.Figures.Span;
import dev.ebb.desk.store.TeamFigures.Refused;
import dev.ebb.desk.store.TeamFigures.Workload;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TeamFiguresIT {
  private static final Span NOVEMBER = span("2026-11-01T00:00", "2026-12-01T00:00");

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private LeadStore store;
  private TeamFigures figures;

  @BeforeEach
  void open() {
    store = new LeadStore(postgres.open());
    figures = new TeamFigures(postgres.open(), SHANGHAI);
  }

  @Test
  void shouldCountWhatEachAgentDidInTheHoursOfTheOperator() {
    store
        .outcome("1", "ann", "claimed", null, "2026-11-01T09:00")
        .outcome("1", "ann", "accepted", null, "2026-11-01T09:59")
        .outcome("2", "ann", "claimed", null, "2026-11-02T09:30")
        .outcome("2", "ann", "released", null, "2026-11-02T10:30")
        .outcome("3", "ann", "wrong", "travel", "2026-11-02T10:00")
        .outcome("4", "bob", "attempted", null, "2026-11-02T00:10")
        .outcome("5", "bob", "attempted", null, "2026-12-01T00:00");

    assertThat(figures.work(NOVEMBER).workloads())
        .containsExactly(
            new Workload("ann", 9, 2, 1, 2),
            new Workload("ann", 10, 0, 1, 1),
            new Workload("bob", 0, 0, 1, 1));
    assertThat(figures.work(NOVEMBER).days()).isEqualTo(2);
  }

  @Test
  void shouldCountWhatCustomersAskedForInVain() {
    store
        .outcome("1", "ann", "declined", "unavailable", "device", "2026-11-01T09:00")
        .outcome("2", "ann", "declined", "unavailable", "device", "2026-11-01T09:00")
        .outcome("3", "ann", "declined", "unavailable", "more-data", "2026-11-01T09:00")
        .outcome("4", "ann", "declined", "unavailable", "2026-11-01T09:00")
        .outcome("5", "ann", "declined", "price", "2026-11-01T09:00")
        .outcome("6", "ann", "wrong", "travel", "2026-11-01T09:00")
        .outcome("7", "ann", "declined", "unavailable", "device", "2026-10-01T09:00");

    assertThat(figures.asked(NOVEMBER))
        .containsExactly(new Refused("device", 2), new Refused("more-data", 1));
    assertThat(figures.declined(NOVEMBER))
        .containsExactly(new Refused("unavailable", 4), new Refused("price", 1));
  }

  @Test
  void shouldKeepTheJobsFiguresOfEverybodyAndOfEachCohortByDay() {
    store
        .sql(kpi("a", "2026-11-03", "null", "null", "null"))
        .sql(kpi("b", "2026-11-02", "'2026-06-30'", "null", "null"))
        .sql(kpi("c", "2026-11-02", "null", "null", "null"))
        .sql(kpi("d", "2026-11-02", "null", "'gold'", "null"))
        .sql(kpi("e", "2026-11-02", "null", "null", "'north'"))
        .sql(kpi("f", "2026-11-01", "null", "null", "null"));

    assertThat(new KeyFigures(postgres.open()).since(LocalDate.of(2026, 11, 2)))
        .containsExactly(
            new KeyFigures.Day(LocalDate.of(2026, 11, 2), null, "{\"of\": \"c\"}"),
            new KeyFigures.Day(
                LocalDate.of(2026, 11, 2), LocalDate.of(2026, 6, 30), "{\"of\": \"b\"}"),
            new KeyFigures.Day(LocalDate.of(2026, 11, 3), null, "{\"of\": \"a\"}"));
  }

  private static String kpi(String key, String day, String cohort, String tier, String region) {
    return "insert into kpis values ('%s', '%s', %s, %s, %s, 1, '{\"of\": \"%s\"}')"
        .formatted(key, day, cohort, tier, region, key);
  }
}
