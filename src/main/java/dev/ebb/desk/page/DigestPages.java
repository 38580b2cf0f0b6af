package dev.ebb.desk.page;

import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.Figures.Cause;
import dev.ebb.desk.store.Figures.Funnel;
import dev.ebb.desk.store.KeyFigures;
import dev.ebb.desk.store.RuleFigures;
import dev.ebb.desk.store.RuleFigures.DayCount;
import dev.ebb.desk.store.TeamFigures.Workload;
import dev.ebb.retention.Playbooks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the digest: as much as fits on one sheet. */
public final class DigestPages {
  private static final int RULES = 8;
  private static final int CAUSES = 6;
  private static final int AGENTS = 10;
  private static final int RATES = 3;
  private static final int CHANGES = 5;

  private final Words words;
  private final SignalNames names;

  /** Pages in this language. */
  public DigestPages(Words words, SignalNames names) {
    this.words = words;
    this.names = names;
  }

  /**
   * A day or a week.
   *
   * @param isWeek seven days, else one
   * @param first its first day
   * @param isLast whether the period after it is not over
   */
  public record Period(boolean isWeek, LocalDate first, boolean isLast) {
    /** The day after its last one. */
    public LocalDate end() {
      return first.plusDays(isWeek ? 7 : 1);
    }
  }

  /** What there is to tell of a period. */
  public record Told(
      Funnel funnel,
      List<DayCount> days,
      List<Cause> causes,
      List<Workload> workloads,
      List<RuleFigures.Line> rules,
      List<Departed.Result> calls) {}

  /** The sheet, with the period before to compare with. */
  public DigestView of(
      Period period,
      Told now,
      Told before,
      List<KeyFigures.Day> rates,
      List<Audit.Line> changes,
      Instant wallNow) {
    LeadPages lead = new LeadPages(words);
    return new DigestView(
        span(period),
        period.isWeek() ? "week" : "day",
        period.first().toString(),
        period.first().minusDays(1).toString(),
        period.isLast() ? null : period.end().toString(),
        numbers(now, before),
        lead.rates(rates).stream().limit(RATES).toList(),
        rules(now.rules()),
        lead.causes(now.causes()).stream().limit(CAUSES).toList(),
        agents(now.workloads()),
        new DepartedPages(words, Playbooks.NONE, wallNow).results(now.calls()),
        changes.stream().limit(CHANGES).map(it -> change(it, wallNow)).toList());
  }

  private String span(Period period) {
    return period.isWeek()
        ? words.say("digest.week", words.day(period.first()), words.day(period.end().minusDays(1)))
        : words.day(period.first());
  }

  private List<DigestView.Number> numbers(Told now, Told before) {
    return List.of(
        number("alerted", now.funnel().alerted(), before.funnel().alerted()),
        number("attempted", now.funnel().attempted(), before.funnel().attempted()),
        number("reached", now.funnel().reached(), before.funnel().reached()),
        number("accepted", now.funnel().accepted(), before.funnel().accepted()),
        number("withheld", withheld(now), withheld(before)),
        number("exits", exits(now), exits(before)),
        new DigestView.Number(
            words.say("digest.known"), known(now.causes()), known(before.causes())));
  }

  private DigestView.Number number(String key, long now, long before) {
    String label = "digest." + key;
    return new DigestView.Number(
        words.say(words.knows(label) ? label : "funnel." + key),
        words.number(now),
        words.number(before));
  }

  private String known(List<Cause> causes) {
    return new LeadPages(words).known(causes);
  }

  private static long withheld(Told told) {
    return told.days().stream()
        .filter(it -> it.withheld() != null)
        .mapToLong(DayCount::cases)
        .sum();
  }

  private static long exits(Told told) {
    return told.causes().stream().mapToLong(Cause::exits).sum();
  }

  private List<DigestView.Line> rules(List<RuleFigures.Line> lines) {
    return lines.stream()
        .sorted(Comparator.comparingLong(RuleFigures.Line::cases).reversed())
        .limit(RULES)
        .map(
            it -> line(names.of(it.rule(), words), it.cases(), it.worked(), it.wrong(), it.saved()))
        .toList();
  }

  private List<DigestView.Line> agents(List<Workload> workloads) {
    Map<String, long[]> byAgent = new TreeMap<>();
    for (Workload it : workloads) {
      long[] sums = byAgent.computeIfAbsent(it.agent(), agent -> new long[2]);
      sums[0] += it.claims();
      sums[1] += it.outcomes();
    }
    return byAgent.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, long[]> it) -> it.getValue()[1]).reversed())
        .limit(AGENTS)
        .map(it -> line(it.getKey(), it.getValue()))
        .toList();
  }

  private DigestView.Line line(String name, long... figures) {
    return new DigestView.Line(
        name, java.util.Arrays.stream(figures).mapToObj(words::number).toList());
  }

  private String change(Audit.Line it, Instant wallNow) {
    String rule = it.subject() == null ? "" : names.of(it.subject(), words);
    return words.say(
        "audit." + it.action(), it.actor(), rule, words.time(it.at(), wallNow), it.detail());
  }
}
