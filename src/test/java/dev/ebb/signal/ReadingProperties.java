package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ebb.config.RuleFiles;
import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever a history holds, no rule fails on it: one that did would end the job. */
class ReadingProperties {
  private static final int LONGEST = 450;
  private static final List<Rule> SHIPPED = RuleFiles.bundled(Currency.getInstance("CNY")).rules();

  @Property(tries = 2_000, seed = "1")
  void everyRuleReadsEveryHistory(
      @ForAll Random dice, @ForAll @IntRange(max = 40) int busy, @ForAll Spread of) {
    Subject subject = history(dice, busy, of).subject(null, index(dice));
    for (Rule rule : SHIPPED) {
      assertThatCode(() -> rule.detector().judge(subject))
          .as("%s on %s", rule.id(), LocalDate.ofEpochDay(subject.day()))
          .doesNotThrowAnyException();
    }
  }

  /** Refunds may outweigh what was spent, on a day, in a month and for good. */
  private static TestHistory history(Random dice, int busy, Spread of) {
    int today = (int) LocalDate.of(2026, 1, 1).toEpochDay() + dice.nextInt(400);
    int days = 1 + dice.nextInt(LONGEST);
    TestHistory history = TestHistory.until(today);
    for (Feed feed : List.of(Feed.USAGE, Feed.SPEND)) {
      if (dice.nextInt(4) > 0) {
        history.knownFrom(feed, today - days).by(feed, of);
      }
    }
    for (int at = 0; at < busy; at++) {
      Measure measure = Measure.values()[dice.nextInt(Measure.COUNT)];
      long amount = dice.nextInt(20_000) - (measure == Measure.SPEND ? 10_000 : 0);
      int from = today - dice.nextInt(days);
      history.daily(measure, from, Math.min(today, from + dice.nextInt(40)), amount);
    }
    return history;
  }

  /** Regions stand still on some days, and some of them for months. */
  private static BaseIndex index(Random dice) {
    double[] levels = dice.doubles(11, -1, 2).map(level -> Math.max(0, level)).toArray();
    int length = 1 + dice.nextInt(60);
    return (region, day, measure) -> levels[Math.floorMod(day / length, levels.length)];
  }
}
