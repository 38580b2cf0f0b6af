package dev.ebb.desk.page;

import dev.ebb.desk.store.RuleFigures;
import dev.ebb.desk.store.RuleFigures.DayCount;
import dev.ebb.desk.store.RuleFigures.Wrong;
import dev.ebb.desk.store.RuleState;
import dev.ebb.desk.store.RuleStep;
import dev.ebb.signal.Rule.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes what the page of the rules shows. */
public final class RulePages {
  private final Words words;
  private final Shares shares;
  private final String viewer;
  private final Instant now;

  /**
   * Pages for this viewer.
   *
   * @param now wall time
   */
  public RulePages(Words words, String viewer, Instant now) {
    this.words = words;
    this.shares = new Shares(words);
    this.viewer = viewer;
    this.now = now;
  }

  /**
   * What a page tells of.
   *
   * @param first day of the figures
   * @param last day of the figures
   */
  public record Told(
      LocalDate first,
      LocalDate last,
      List<RuleState> states,
      RuleFigures.Told figures,
      List<Wrong> wrong) {}

  /** The page. */
  public RulesView of(int spanDays, Told told) {
    Map<String, RuleFigures.Line> lines =
        told.figures().lines().stream()
            .collect(Collectors.toMap(RuleFigures.Line::rule, Function.identity()));
    Map<String, List<DayCount>> days =
        told.figures().days().stream().collect(Collectors.groupingBy(DayCount::rule));
    Map<String, List<Wrong>> wrong =
        told.wrong().stream().collect(Collectors.groupingBy(Wrong::rule));
    return new RulesView(
        spanDays,
        new DayCounts(told.first(), told.last()).add(told.figures().allDays()).bars(words),
        reasons(told.figures().allDays()),
        told.states().stream()
            .sorted(
                Comparator.comparing(
                        (RuleState state) ->
                            lines.containsKey(state.id()) ? -cases(lines, state) : 1)
                    .thenComparing(RuleState::id))
            .map(
                state ->
                    line(
                        state,
                        lines.getOrDefault(
                            state.id(), new RuleFigures.Line(state.id(), 0, 0, 0, 0, 0, 0, 0)),
                        new DayCounts(told.first(), told.last())
                            .add(days.getOrDefault(state.id(), List.of()))
                            .spark(),
                        wrongFor(wrong.getOrDefault(state.id(), List.of())),
                        withheld(days.getOrDefault(state.id(), List.of()))))
            .toList());
  }

  private static long cases(Map<String, RuleFigures.Line> lines, RuleState state) {
    return lines.get(state.id()).cases();
  }

  private RulesView.Line line(
      RuleState state, RuleFigures.Line it, List<Double> bars, String wrongFor, String withheld) {
    RuleStep last = state.last();
    boolean isAsked = last != null && last.isOpen(now);
    return new RulesView.Line(
        state.id(),
        words.of(state.title()),
        state.isMoving() ? "moving" : label(state.status()),
        last == null || isAsked ? null : told(state, last),
        isAsked ? asked(last) : null,
        isAsked ? last.id() : 0,
        isAsked && last.askedBy().equals(viewer),
        bars,
        words.number(it.cases()),
        words.number(it.worked()),
        words.number(it.wrong()),
        wrongFor,
        words.number(it.saved()),
        shares.of(it.left(), it.cases()),
        shares.of(it.heldOutLeft(), it.heldOut()),
        withheld);
  }

  private static String label(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private String asked(RuleStep step) {
    return words.say(
        "rule.asked",
        step.askedBy(),
        step.reason(),
        words.time(step.expiresAt(), now),
        words.say("rule.state." + label(step.status())),
        step.version());
  }

  /** Who did what last, and what has come of it since. */
  private String told(RuleState state, RuleStep step) {
    String told = told(step);
    if (step.isOnItsWay()) {
      return told + " " + words.say("rule.untaken");
    }
    boolean isOver = step.takenAt() != null && step.status() != state.status();
    return isOver ? told + " " + words.say("rule.published-since") : told;
  }

  private String told(RuleStep step) {
    if (step.isStop()) {
      return words.say(
          "rule.stopped", step.askedBy(), words.time(step.askedAt(), now), step.reason());
    }
    String decision = step.decision() == null ? "expired" : step.decision();
    return words.say(
        "rule.start." + decision,
        step.askedBy(),
        step.decidedBy() == null ? "" : step.decidedBy(),
        words.time(step.decidedAt() == null ? step.expiresAt() : step.decidedAt(), now));
  }

  private String wrongFor(List<Wrong> wrong) {
    return wrong.stream()
        .map(it -> words.code("reason", it.reason()) + " " + words.number(it.cases()))
        .collect(Collectors.joining(" · "));
  }

  private String withheld(List<DayCount> days) {
    return byReason(days).stream()
        .map(it -> words.code("withheld", it.getKey()) + " " + words.number(it.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private List<RulesView.Reason> reasons(List<DayCount> days) {
    List<Map.Entry<String, Long>> reasons = byReason(days);
    return reasons.stream()
        .map(
            it ->
                new RulesView.Reason(
                    words.code("withheld", it.getKey()),
                    words.number(it.getValue()),
                    Shares.length(it.getValue(), reasons.get(0).getValue())))
        .toList();
  }

  /** What was withheld, the most frequent reason first. */
  private static List<Map.Entry<String, Long>> byReason(List<DayCount> days) {
    Map<String, Long> byReason = new TreeMap<>();
    days.stream()
        .filter(it -> it.withheld() != null)
        .forEach(it -> byReason.merge(it.withheld(), it.cases(), Long::sum));
    return byReason.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .toList();
  }
}
