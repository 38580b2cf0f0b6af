package dev.ebb.desk.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ebb.desk.store.Figures;
import dev.ebb.desk.store.KeyFigures;
import dev.ebb.desk.store.Uplift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Makes what the lead's page shows. */
public final class LeadPages {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Words words;
  private final Shares shares;

  /** Pages in this language. */
  public LeadPages(Words words) {
    this.words = words;
    this.shares = new Shares(words);
  }

  /** The newest retention rates of each slice, the youngest cohort first and everybody last. */
  public List<LeadView.Rate> rates(List<KeyFigures.Day> days) {
    Map<LocalDate, KeyFigures.Day> newest =
        new TreeMap<>(Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()).reversed());
    for (KeyFigures.Day day : days) {
      newest.put(day.cohort(), day);
    }
    List<LeadView.Rate> rates = new ArrayList<>();
    for (KeyFigures.Day day : newest.values()) {
      JsonNode figures = tree(day.json());
      for (JsonNode rate : figures.path("retention")) {
        JsonNode share = rate.path(day.cohort() == null ? "monthlyRetention" : "cohortRetention");
        if (share.isNumber()) {
          rates.add(rate(day, figures, Meaning.of(rate, words), share.asDouble()));
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
        Shares.tenths(share),
        of,
        meaning,
        share * Shares.PERCENT >= LeadView.TARGET,
        share * Shares.PERCENT);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }

  /**
   * The steps, each with its share of the one before; without it where more came that far, as where
   * other systems work cases too.
   */
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
              before < counts[i] || before == 0
                  ? ""
                  : words.say("funnel.of." + keys[i], words.percent(counts[i] / (double) before)),
              Shares.length(counts[i], counts[0])));
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
        shares.of(it.left(), it.treated()),
        shares.of(it.heldOutLeft(), it.heldOut()),
        isKnown
            ? words.say("lead.points", signed(it.difference()), signed(it.low()), signed(it.high()))
            : null,
        isKnown ? place(it.low()) : 0,
        isKnown ? place(it.difference()) : 0,
        isKnown ? place(it.high()) : 0);
  }

  /** From -20 to +20 points on a line of 100. */
  private static double place(double difference) {
    return Math.max(0, Math.min(Shares.PERCENT, 50 + difference * Shares.PERCENT * 2.5));
  }

  private static String signed(double share) {
    return String.format(Locale.ROOT, "%+.1f", share * Shares.PERCENT);
  }

  /** Causes, the most frequent first, with what they sum up to. */
  public List<LeadView.Cause> causes(List<Figures.Cause> causes) {
    long all = causes.stream().mapToLong(Figures.Cause::exits).sum();
    long sum = 0;
    List<LeadView.Cause> lines = new ArrayList<>();
    for (Figures.Cause cause : causes) {
      double before = Shares.length(sum, all);
      sum += cause.exits();
      lines.add(
          new LeadView.Cause(
              words.code("cause", cause.cause()),
              words.number(cause.exits()),
              words.percent(sum / (double) all),
              cause.isKnown(),
              Shares.length(cause.exits(), all),
              before,
              Shares.length(sum, all)));
    }
    return lines;
  }

  /** Share of the exits whose cause is known; a dash where nobody has left. */
  public String known(List<Figures.Cause> causes) {
    long all = causes.stream().mapToLong(Figures.Cause::exits).sum();
    long known =
        causes.stream().filter(Figures.Cause::isKnown).mapToLong(Figures.Cause::exits).sum();
    return all == 0 ? "–" : words.percent(known / (double) all);
  }
}
