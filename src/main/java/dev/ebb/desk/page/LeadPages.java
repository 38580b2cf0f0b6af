package dev.ebb.desk.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.Figures;
import dev.ebb.desk.store.KeyFigures;
import dev.ebb.desk.store.Uplift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Makes what the lead's page shows. */
public final class LeadPages {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final double PERCENT = 100;

  private final Words words;
  private final SignalNames names;
  private final Instant now;

  /** Pages at this business time. */
  public LeadPages(Words words, SignalNames names, Instant now) {
    this.words = words;
    this.names = names;
    this.now = now;
  }

  /** The newest retention rates of each slice, cohorts first. */
  public List<LeadView.Rate> rates(List<KeyFigures.Day> days) {
    Map<String, KeyFigures.Day> newest = new LinkedHashMap<>();
    for (KeyFigures.Day day : days) {
      newest.put(String.valueOf(day.cohort()), day);
    }
    List<LeadView.Rate> rates = new ArrayList<>();
    for (KeyFigures.Day day : newest.values()) {
      JsonNode figures = tree(day.json());
      for (JsonNode rate : figures.path("retention")) {
        JsonNode share = rate.path(day.cohort() == null ? "monthlyRetention" : "cohortRetention");
        if (share.isNumber()) {
          rates.add(rate(day, figures, rate.path("meaning").asText(), share.asDouble()));
        }
      }
    }
    return rates;
  }

  private LeadView.Rate rate(KeyFigures.Day day, JsonNode figures, String meaning, double share) {
    String of =
        day.cohort() == null
            ? words.say("lead.month", words.day(day.day()))
            : words.say(
                "lead.cohort",
                words.date(day.cohort()),
                words.number(figures.path("cohortSize").asLong()));
    return new LeadView.Rate(
        tenths(share), of, meaning, share * PERCENT >= LeadView.TARGET, share * PERCENT);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }

  /** The steps, each with its share of the one before. */
  public List<LeadView.Step> funnel(Figures.Funnel funnel) {
    String[] keys = {"alerted", "attempted", "reached", "accepted", "saved"};
    long[] counts = {
      funnel.alerted(), funnel.attempted(), funnel.reached(), funnel.accepted(), funnel.saved()
    };
    List<LeadView.Step> steps = new ArrayList<>();
    for (int i = 0; i < keys.length; i++) {
      long before = i == 0 ? 0 : keys[i].equals("saved") ? funnel.reached() : counts[i - 1];
      steps.add(
          new LeadView.Step(
              words.say("funnel." + keys[i]),
              words.number(counts[i]),
              before == 0
                  ? ""
                  : words.say("funnel.of." + keys[i], words.percent(counts[i] / (double) before)),
              length(counts[i], counts[0])));
    }
    return steps;
  }

  /** The median lead time. */
  public String lead(OptionalDouble days) {
    return days.isPresent()
        ? words.say("span.days", String.format(Locale.ROOT, "%.1f", days.getAsDouble()))
        : words.say("unknown");
  }

  /** What working each playbook's cases is worth. */
  public List<LeadView.Gain> gains(List<Uplift> uplifts) {
    return uplifts.stream().map(this::gain).toList();
  }

  private LeadView.Gain gain(Uplift it) {
    boolean isKnown = it.isKnown();
    return new LeadView.Gain(
        words.code("playbook", it.playbook()),
        share(it.left(), it.treated()),
        share(it.heldOutLeft(), it.heldOut()),
        isKnown
            ? words.say("lead.points", signed(it.difference()), signed(it.low()), signed(it.high()))
            : null,
        isKnown ? place(it.low()) : 0,
        isKnown ? place(it.difference()) : 0,
        isKnown ? place(it.high()) : 0);
  }

  /** From -20 to +20 points on a line of 100. */
  private static double place(double difference) {
    return Math.max(0, Math.min(PERCENT, 50 + difference * PERCENT * 2.5));
  }

  private static String signed(double share) {
    return String.format(Locale.ROOT, "%+.1f", share * PERCENT);
  }

  private String share(long part, long whole) {
    return whole == 0
        ? "–"
        : words.say("lead.share", words.percent(part / (double) whole), words.number(whole));
  }

  /** Causes, the most frequent first, with what they sum up to. */
  public List<LeadView.Cause> causes(List<Figures.Cause> causes) {
    long all = causes.stream().mapToLong(Figures.Cause::exits).sum();
    long sum = 0;
    List<LeadView.Cause> lines = new ArrayList<>();
    for (Figures.Cause cause : causes) {
      sum += cause.exits();
      lines.add(
          new LeadView.Cause(
              words.code("cause", cause.cause()),
              words.number(cause.exits()),
              words.percent(sum / (double) all),
              length(cause.exits(), causes.get(0).exits())));
    }
    return lines;
  }

  /** Share of the exits whose cause is known. */
  public String known(List<Figures.Cause> causes) {
    long all = causes.stream().mapToLong(Figures.Cause::exits).sum();
    long known =
        causes.stream().filter(Figures.Cause::isKnown).mapToLong(Figures.Cause::exits).sum();
    return all == 0 ? words.say("unknown") : words.percent(known / (double) all);
  }

  /** How each rule does. */
  public List<LeadView.RuleLine> rules(List<Figures.RuleFigures> rules) {
    return rules.stream()
        .map(
            it ->
                new LeadView.RuleLine(
                    names.of(it.rule(), words),
                    words.number(it.cases()),
                    words.number(it.worked()),
                    words.number(it.wrong()),
                    words.number(it.saved()),
                    share(it.heldOutLeft(), it.heldOut())))
        .toList();
  }

  /** What each agent did. */
  public List<LeadView.Load> loads(List<Figures.Workload> workloads) {
    Map<String, Long> byAgent = new TreeMap<>();
    workloads.forEach(it -> byAgent.merge(it.agent(), it.outcomes(), Long::sum));
    long most = byAgent.values().stream().mapToLong(Long::longValue).max().orElse(1);
    return byAgent.entrySet().stream()
        .map(
            it ->
                new LeadView.Load(
                    it.getKey(), words.number(it.getValue()), length(it.getValue(), most)))
        .toList();
  }

  /** Cases that nobody may work, by reason. */
  public List<LeadView.Held> withheld(List<Figures.DayCount> days) {
    Map<String, Long> byReason = new TreeMap<>();
    days.stream()
        .filter(it -> it.withheld() != null)
        .forEach(it -> byReason.merge(it.withheld(), it.cases(), Long::sum));
    return byReason.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(
            it ->
                new LeadView.Held(words.code("withheld", it.getKey()), words.number(it.getValue())))
        .toList();
  }

  /** The departed. */
  public List<LeadView.Gone> departed(List<Departed.Exit> exits) {
    return exits.stream()
        .map(
            it ->
                new LeadView.Gone(
                    CaseHead.dotted(it.customer()),
                    words.time(it.at(), now),
                    words.code("cause", it.cause()),
                    words.money(it.arpu()),
                    it.dueOn() == null ? "" : words.day(it.dueOn())))
        .toList();
  }

  private static String tenths(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
  }

  private static double length(long part, long whole) {
    return whole == 0 ? 0 : Math.round(PERCENT * part / whole);
  }
}
