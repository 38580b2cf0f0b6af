package dev.ebb.desk.page;

import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.Figures;
import dev.ebb.desk.store.KeyFigures;
import dev.ebb.desk.store.Uplift;
import dev.ebb.risk.Tier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** The lead's page with made-up figures. */
final class SampleFigures {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

  private SampleFigures() {}

  static LeadView of(Words words) {
    LeadPages pages = new LeadPages(words, SampleCases.NAMES, SampleCases.NOW);
    List<Figures.Cause> causes =
        List.of(
            new Figures.Cause("moved-network", true, 31),
            new Figures.Cause("unknown", false, 24),
            new Figures.Cause("tariff", true, 14),
            new Figures.Cause("service", true, 9),
            new Figures.Cause("left-area", true, 4));
    return new LeadView(
        30,
        pages.rates(
            List.of(
                new KeyFigures.Day(
                    DAY,
                    LocalDate.of(2026, 6, 30),
                    """
                    {"cohortSize": 20000, "retention": [{"definition": "group", "meaning":
                    "1 - lost since the date / cohort size; lost: left, or three low months",
                    "cohortRetention": 0.9412}]}
                    """))),
        pages.funnel(new Figures.Funnel(1240, 1030, 701, 398, 312)),
        pages.lead(OptionalDouble.of(17.5)),
        pages.gains(
            List.of(
                new Uplift("P1", 410, 41, 45, 7),
                new Uplift("P4", 380, 27, 40, 8),
                new Uplift("P8", 12, 4, 0, 0))),
        pages.causes(causes),
        pages.known(causes),
        pages.rules(
            List.of(
                new Figures.RuleFigures("second-sim", 210, 180, 6, 71, 22, 20, 5),
                new Figures.RuleFigures("expiry-7-days", 340, 300, 3, 150, 19, 35, 7),
                new Figures.RuleFigures("falling-mou", 402, 290, 21, 64, 31, 44, 6))),
        pages.loads(
            List.of(
                new Figures.Workload("chen", 10, 212),
                new Figures.Workload("lin", 10, 260),
                new Figures.Workload("zhao", 11, 171))),
        pages.withheld(
            List.of(
                new Figures.DayCount(DAY, "falling-mou", "hold-out", 120),
                new Figures.DayCount(DAY, "silence", "value-gate", 340),
                new Figures.DayCount(DAY, "silence", "immature", 77))),
        pages.departed(
            List.of(
                new Departed.Exit(
                    "e1",
                    "13***07",
                    SampleCases.NOW.minus(Duration.ofDays(2)),
                    "ported-out",
                    "moved-network",
                    "event",
                    16800,
                    Tier.GOLD,
                    LocalDate.of(2026, 12, 1),
                    "P14"))));
  }
}
