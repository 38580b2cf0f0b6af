package dev.ebb.config;

import dev.ebb.event.Care;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.ledger.Measure;
import dev.ebb.signal.CareEvent;
import dev.ebb.signal.ChangePoint;
import dev.ebb.signal.Detector;
import dev.ebb.signal.Downgrade;
import dev.ebb.signal.Expiry;
import dev.ebb.signal.Fall;
import dev.ebb.signal.FallingSpend;
import dev.ebb.signal.FallingUse;
import dev.ebb.signal.Lapse;
import dev.ebb.signal.LowWaterMonths;
import dev.ebb.signal.SecondSim;
import dev.ebb.signal.Silence;
import dev.ebb.signal.ThinUse;
import dev.ebb.signal.TopupGap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The {@code detector} part of a rule: its kind and that kind's parameters. */
final class DetectorSection {

  private static final Map<String, Measure> MEASURES =
      new TreeMap<>(
          Map.of("minutes", Measure.VOICE_OUT, "data", Measure.DATA, "sms", Measure.SMS_OUT));
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Section section;
  private final Currency currency;
  private final Map<String, Supplier<Detector>> kinds = new LinkedHashMap<>();

  private DetectorSection(Section section, Currency currency) {
    this.section = section;
    this.currency = currency;
    kinds.put("falling-mou", () -> fall(Measure.VOICE_OUT));
    kinds.put("falling-incoming", () -> fall(Measure.VOICE_IN));
    kinds.put("falling-data", () -> fall(Measure.DATA));
    kinds.put("falling-sms", () -> fall(Measure.SMS_OUT));
    kinds.put("falling-use", this::fallingUse);
    kinds.put("second-sim", this::secondSim);
    kinds.put("change-point", this::changePoint);
    kinds.put("falling-spend", this::fallingSpend);
    kinds.put("low-water-months", this::lowWaterMonths);
    kinds.put("silence", () -> gap((days, by, known) -> new Silence(days, by, known, false)));
    kinds.put("dormant", () -> gap((days, by, known) -> new Silence(days, by, known, true)));
    kinds.put("thin-use", this::thinUse);
    kinds.put("topup-gap", this::topupGap);
    kinds.put("expiry", this::expiry);
    kinds.put("lapse", this::lapse);
    kinds.put("care-event", this::careEvent);
    CareDetectors care = new CareDetectors(section);
    kinds.put("complaints", care::complaints);
    kinds.put("open-complaint", care::openComplaint);
    kinds.put("network-trouble", care::networkTrouble);
    kinds.put("forwarding", care::forwarding);
    kinds.put("downgrade", this::downgrade);
    kinds.put("arrears", care::arrears);
    PeopleDetectors people = new PeopleDetectors(section);
    kinds.put("shrinking-circle", people::shrinkingCircle);
    kinds.put("left-area", people::leftArea);
    kinds.put("competitor-contact", people::competitorContact);
    kinds.put("contact-left", people::contactLeft);
  }

  /** The detector, or null if anything is wrong with it. */
  static Detector read(Section section, Currency currency) {
    if (section.keys().isEmpty()) {
      return null;
    }
    DetectorSection reader = new DetectorSection(section, currency);
    section.require("kind");
    Supplier<Detector> kind = section.word("kind", null, reader.kinds);
    if (kind == null) {
      section.acceptAnyKey();
      return null;
    }
    return kind.get();
  }

  private Detector fall(Measure measure) {
    section.require("window", "baseline", "threshold", "sure-at", "minimum-per-week");
    int window = window();
    int baseline = baseline();
    double threshold = share("threshold");
    double sureAt = sureAt(section);
    long minimum = perWeek(measure);
    return section.build(() -> new Fall(measure, window, baseline, threshold, sureAt, minimum));
  }

  private Detector fallingUse() {
    section.require("window", "baseline", "threshold", "sure-at");
    int window = window();
    int baseline = section.days("baseline", 14, 14, 56);
    double threshold = share("threshold");
    double sureAt = sureAt(section);
    return section.build(() -> new FallingUse(window, baseline, threshold, sureAt));
  }

  private Detector changePoint() {
    section.require("measure", "window", "baseline", "slack", "limit", "minimum-per-week");
    Measure measure = section.word("measure", Measure.VOICE_OUT, MEASURES);
    int window = window();
    int baseline = baseline();
    double slack = section.number("slack", 0.5, 0.1, 2);
    double limit = section.number("limit", 5, 1, 20);
    long minimum = perWeek(measure);
    return section.build(() -> new ChangePoint(measure, window, baseline, slack, limit, minimum));
  }

  private long perWeek(Measure measure) {
    return switch (measure) {
      case DATA ->
          section.scalar("minimum-per-week", 1L, Scalars::bytes, "must be a size such as 500 MB");
      case SMS_OUT -> section.integer("minimum-per-week", 1, 1, 100_000);
      default -> seconds("minimum-per-week");
    };
  }

  private Detector secondSim() {
    section.require(
        "window", "baseline", "threshold", "sure-at", "incoming-holds", "minimum-per-week");
    int window = window();
    int baseline = baseline();
    double threshold = share("threshold");
    double sureAt = sureAt(section);
    double holds = share("incoming-holds");
    long minimum = seconds("minimum-per-week");
    return section.build(() -> new SecondSim(window, baseline, threshold, sureAt, holds, minimum));
  }

  private Detector fallingSpend() {
    section.require("threshold", "sure-at", "minimum-per-month");
    double threshold = share("threshold");
    double sureAt = sureAt(section);
    long minimum = money("minimum-per-month");
    return section.build(() -> new FallingSpend(threshold, sureAt, minimum, minorPerMajor()));
  }

  private Detector lowWaterMonths() {
    section.require("low-spend", "low-minutes", "member-spend", "member-minutes");
    long lowSpend = money("low-spend");
    long lowSeconds = seconds("low-minutes");
    long memberSpend = money("member-spend");
    long memberSeconds = seconds("member-minutes");
    return section.build(
        () ->
            new LowWaterMonths(lowSpend, lowSeconds, memberSpend, memberSeconds, minorPerMajor()));
  }

  private Detector gap(GapDetector kind) {
    section.require("minimum", "factor", "history");
    int minimum = section.days("minimum", 1, 1, 60);
    double factor = section.number("factor", 1, 1, 10);
    int history = section.days("history", 7, 7, 91);
    return section.build(() -> kind.of(minimum, factor, history));
  }

  private Detector topupGap() {
    section.require("known-gaps");
    int gaps = section.integer("known-gaps", 3, 1, 20);
    return gap((days, by, known) -> new TopupGap(days, by, gaps, known));
  }

  /** A detector of a gap that is long by the customer's own rhythm. */
  private interface GapDetector {
    Detector of(int minimumDays, double factor, int historyDays);
  }

  private Detector thinUse() {
    section.require("low-minutes", "low-months");
    long seconds = seconds("low-minutes");
    int months = section.integer("low-months", 1, 1, 12);
    return section.build(() -> new ThinUse(seconds, months));
  }

  private Detector expiry() {
    section.require("agreements", "from", "to");
    Set<AgreementKind> agreements = agreements();
    int from = section.days("from", 1, 1, 365);
    int to = section.days("to", 1, 1, 365);
    return section.build(() -> new Expiry(agreements, from, to));
  }

  private Detector lapse() {
    section.require("agreements", "for");
    Set<AgreementKind> agreements = agreements();
    int days = section.days("for", 1, 1, 365);
    return section.build(() -> new Lapse(agreements, days));
  }

  private Detector careEvent() {
    section.require("events", "for");
    Set<Care.Kind> events = all("events", Care.Kind.class);
    Set<Care.Kind> endedBy = all("ended-by", Care.Kind.class);
    int days = section.days("for", 1, 1, 90);
    return section.build(() -> new CareEvent(events, endedBy, days));
  }

  private Detector downgrade() {
    section.require("threshold", "for");
    double threshold = share("threshold");
    int days = section.days("for", 1, 1, 90);
    return section.build(() -> new Downgrade(threshold, days, minorPerMajor()));
  }

  private int window() {
    return section.days("window", 1, 1, 28);
  }

  private int baseline() {
    return section.days("baseline", 7, 7, 56);
  }

  static double sureAt(Section section) {
    return section.number("sure-at", 3, 0.5, 6);
  }

  private double share(String key) {
    return share(section, key);
  }

  static double share(Section section, String key) {
    return section.number(key, 0.5, 0.01, 0.99);
  }

  private long seconds(String key) {
    return section.duration(key, Duration.ofMinutes(1), Duration.ofMinutes(1), LONGEST).toSeconds();
  }

  private long money(String key) {
    String expectation = "must be an amount of " + currency + " such as 120";
    return section.scalar(key, 1L, text -> Scalars.money(text, currency), expectation);
  }

  private int minorPerMajor() {
    return BigDecimal.TEN.pow(currency.getDefaultFractionDigits()).intValueExact();
  }

  private Set<AgreementKind> agreements() {
    return all("agreements", AgreementKind.class);
  }

  private <E extends Enum<E>> Set<E> all(String key, Class<E> type) {
    Map<String, E> words = Scalars.words(type);
    Set<E> all = EnumSet.noneOf(type);
    for (String word : section.texts(key, List.of())) {
      if (words.containsKey(word)) {
        all.add(words.get(word));
      } else {
        String known = String.join(", ", words.keySet());
        section.problem(key, "must be of " + known + " but was " + word);
      }
    }
    return all;
  }
}
