package dev.ebb.config;

import dev.ebb.risk.Cohorts;
import dev.ebb.risk.TopShare;
import dev.ebb.risk.Valuation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The sections {@code value} and {@code cohorts} of the settings. */
final class ValueSections {
  private static final String QUARTERLY = "quarterly";

  private ValueSections() {}

  static Valuation read(Section file, Currency currency) {
    Cohorts cohorts = cohorts(file.section("cohorts"), currency);
    return valuation(file.section("value"), cohorts, currency);
  }

  private static Valuation valuation(Section section, Cohorts cohorts, Currency currency) {
    Valuation defaults = Valuation.DEFAULT;
    int most = 1_000_000_000;
    int diamond = section.integer("diamond-points", defaults.diamondPoints(), 1, most);
    int gold = section.integer("gold-points", defaults.goldPoints(), 1, most);
    int silver = section.integer("silver-points", defaults.silverPoints(), 1, most);
    String amount = "must be an amount of " + currency + " such as 120";
    long arpu =
        section.scalar(
            "valued-arpu", defaults.valuedArpu(), text -> Scalars.money(text, currency), amount);
    Duration month = Duration.ofDays(31);
    Duration voice = Duration.ofSeconds(defaults.valuedVoiceSeconds());
    long seconds = section.duration("valued-mou", voice, Duration.ZERO, month).toSeconds();
    int days = section.days("known-days", defaults.knownDaysOfMonth(), 1, 28);
    double share = section.number("top-share", defaults.top().share(), 0, 0.5);
    int among = section.integer("top-min-customers", defaults.top().minCustomers(), 1, 1_000_000);
    return section.build(
        () ->
            new Valuation(
                diamond, gold, silver, arpu, seconds, days, new TopShare(share, among), cohorts));
  }

  private static Cohorts cohorts(Section section, Currency currency) {
    Cohorts defaults = Cohorts.DEFAULT;
    List<LocalDate> dates = dates(section);
    int follow = section.integer("follow-months", defaults.followMonths(), 1, 12);
    String amount = "must be an amount of " + currency + " such as 50";
    long arpu =
        section.scalar(
            "low-arpu", defaults.lowArpu(), text -> Scalars.money(text, currency), amount);
    Duration voice = Duration.ofSeconds(defaults.lowVoiceSeconds());
    long seconds =
        section.duration("low-mou", voice, Duration.ZERO, Duration.ofDays(31)).toSeconds();
    int months = section.integer("lost-months", defaults.lostMonths(), 1, 12);
    return section.build(() -> new Cohorts(dates, follow, arpu, seconds, months));
  }

  private static List<LocalDate> dates(Section section) {
    List<String> texts = section.texts("dates", List.of(QUARTERLY));
    List<LocalDate> dates = new ArrayList<>();
    if (texts.equals(List.of(QUARTERLY))) {
      return dates;
    }
    for (String text : texts) {
      try {
        dates.add(LocalDate.parse(text));
      } catch (DateTimeParseException e) {
        section.problem("dates", "must be quarterly or dates such as 2026-01-01 but was " + text);
      }
    }
    if (texts.isEmpty()) {
      section.problem("dates", "must be quarterly or at least one date but was empty");
    }
    return dates;
  }
}
