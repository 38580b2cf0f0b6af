package dev.ebb.desk.page;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.Figures;
import dev.ebb.desk.store.KeyFigures;
import dev.ebb.desk.store.RuleFigures;
import dev.ebb.desk.store.RuleFigures.DayCount;
import dev.ebb.desk.store.RuleState;
import dev.ebb.desk.store.RuleStep;
import dev.ebb.desk.store.TeamFigures.Refused;
import dev.ebb.desk.store.TeamFigures.Work;
import dev.ebb.desk.store.TeamFigures.Workload;
import dev.ebb.desk.store.TeamLimits;
import dev.ebb.desk.store.Uplift;
import dev.ebb.desk.store.WinBacks;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Rule.Status;
import dev.ebb.signal.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalDouble;

/** The lead's pages with made-up figures. */
final class SampleFigures {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
  private static final Instant NOW = SampleCases.NOW;
  private static final List<Figures.Cause> CAUSES =
      List.of(
          new Figures.Cause("moved-network", true, 31),
          new Figures.Cause("unknown", false, 24),
          new Figures.Cause("tariff", true, 14),
          new Figures.Cause("service", true, 9),
          new Figures.Cause("left-area", true, 4));
  private static final List<RuleFigures.Line> RULES =
      List.of(
          new RuleFigures.Line("second-sim", 210, 180, 6, 71, 22, 20, 5),
          new RuleFigures.Line("expiry-7-days", 340, 300, 3, 150, 19, 35, 7),
          new RuleFigures.Line("falling-mou", 402, 290, 21, 64, 31, 44, 6));
  private static final List<Departed.Result> CALLS =
      List.of(
          new Departed.Result("attempted", 19),
          new Departed.Result("declined", 14),
          new Departed.Result("returned", 5),
          new Departed.Result("never", 1));

  private SampleFigures() {}

  static LeadView of(Words words) {
    LeadPages pages = new LeadPages(words);
    return new LeadView(
        30,
        pages.rates(rates()),
        pages.funnel(new Figures.Funnel(1240, 1030, 701, 398, 312)),
        pages.lead(OptionalDouble.of(17.5)),
        pages.gains(
            List.of(
                new Uplift("P1", 410, 41, 45, 7),
                new Uplift("P4", 380, 27, 40, 8),
                new Uplift("P8", 12, 4, 0, 0))),
        pages.causes(CAUSES),
        pages.known(CAUSES));
  }

  private static List<KeyFigures.Day> rates() {
    return List.of(
        new KeyFigures.Day(
            DAY,
            null,
            """
            {"retention": [{"definition": "left", "meaning": "…", "monthlyRetention": 0.9871}]}
            """),
        new KeyFigures.Day(
            DAY,
            LocalDate.of(2026, 6, 30),
            """
            {"cohortSize": 20000, "retention": [{"definition": "group", "meaning":
            "left, cancelled or ported out, or 3 months with spend below 5000 minor units or \
            outgoing voice below 6000 s since 2026-06-30", "cohortRetention": 0.9412},
            {"definition": "circle", "meaning": "left, cancelled or ported out, or 3 months with \
            spend below 5000 minor units since 2026-06-30 up to the end of 2026",
            "cohortRetention": 0.9288}]}
            """));
  }

  static RulesView rules(Words words) {
    RuleStep stopped =
        step("falling-mou", Status.OFF, "too many on business trips", "zhao", null, "done");
    RuleStep asked =
        step(
            "silence",
            Status.ACTIVE,
            "threshold mended",
            "sun",
            NOW.plus(Duration.ofHours(20)),
            null);
    return new RulePages(words, "lin", NOW)
        .of(
            30,
            new RulePages.Told(
                DAY.minusDays(29),
                DAY,
                List.of(
                    state("second-sim", "Second SIM", "双卡分流", Status.ACTIVE, null),
                    state("expiry-7-days", "Ends within 7 days", "7天内到期", Status.ACTIVE, null),
                    state("falling-mou", "Calls much less", "主叫明显减少", Status.OFF, stopped),
                    state("silence", "Fallen silent", "沉默", Status.OFF, asked),
                    state("change-point", "Broken habit", "习惯突变", Status.SHADOW, null)),
                new RuleFigures.Told(RULES, days("falling-mou"), days(null)),
                List.of(
                    new RuleFigures.Wrong("falling-mou", "travel", 15),
                    new RuleFigures.Wrong("falling-mou", "second-line", 6))));
  }

  private static RuleState state(String id, String en, String zh, Status status, RuleStep last) {
    return new RuleState(id, new Text(en, zh), status, last != null, 3, "", last);
  }

  private static RuleStep step(
      String rule, Status status, String reason, String by, Instant expires, String decision) {
    Instant at = NOW.minus(Duration.ofHours(4));
    return new RuleStep(
        1, rule, status, Status.ACTIVE, reason, by, at, expires, decision, by, at, at, 3, "");
  }

  private static List<DayCount> days(String rule) {
    List<DayCount> days = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      LocalDate day = DAY.minusDays(i);
      days.add(new DayCount(day, rule, null, 30 + (i * 7) % 23));
      days.add(new DayCount(day, rule, "hold-out", 3 + i % 4));
      days.add(new DayCount(day, rule, "value-gate", 8 + (i * 5) % 9));
      days.add(new DayCount(day, rule, "immature", i % 3));
    }
    return days;
  }

  private static List<Workload> workloads() {
    List<Workload> workloads = new ArrayList<>();
    String[] agents = {"chen", "lin", "zhao"};
    for (int agent = 0; agent < agents.length; agent++) {
      for (int hour = 9; hour <= 18; hour++) {
        int claims = hour == 12 ? 0 : 20 + (hour * 13 + agent * 29) % 60;
        workloads.add(new Workload(agents[agent], hour, claims, claims - 2L, 20));
      }
    }
    return workloads;
  }

  static TeamView team(Words words) {
    return new TeamPages(words)
        .of(
            30,
            new Work(workloads(), 22),
            new TeamLimits.Limits(5, 4),
            List.of(new Refused("device", 21), new Refused("more-data", 8)),
            List.of(
                new Refused("price", 61),
                new Refused("unavailable", 29),
                new Refused("moving", 12)));
  }

  static DepartedView departed(Words words) {
    return pages(words).lead(30, 3, CALLS, List.of(exit("e1", "13***07", "tariff", "P14-price")));
  }

  static WinBackView winBack(Words words) {
    return pages(words)
        .agent(
            3,
            List.of(
                new WinBacks.Call(exit("e1", "13***07", "tariff", "P14-price"), 1, true, null),
                new WinBacks.Call(exit("e2", "15***71", "service", "P14-service"), 0, false, null),
                new WinBacks.Call(exit("e3", "18***40", "unknown", "P14"), 2, false, null)));
  }

  private static DepartedPages pages(Words words) {
    return new DepartedPages(words, PlaybookFiles.of(null, Currency.getInstance("CNY")), NOW);
  }

  private static Departed.Exit exit(String id, String number, String cause, String playbook) {
    return new Departed.Exit(
        id,
        number,
        NOW.minus(Duration.ofDays(16)),
        "ported-out",
        cause,
        "stated",
        16800,
        Tier.GOLD,
        LocalDate.of(2026, 11, 16),
        playbook);
  }

  static DigestView digest(Words words) {
    DigestPages.Told told =
        new DigestPages.Told(
            new Figures.Funnel(312, 260, 171, 90, 12),
            days(null),
            CAUSES,
            workloads(),
            RULES,
            CALLS);
    return new DigestPages(words, SampleCases.NAMES)
        .of(
            new DigestPages.Period(true, LocalDate.of(2026, 11, 9), false),
            told,
            told,
            rates(),
            List.of(
                new Audit.Line(NOW, "zhao", "rule-stop", "falling-mou", "too many on trips"),
                new Audit.Line(NOW, "zhao", "team-limits", null, "open 5, an hour 4")),
            NOW);
  }
}
