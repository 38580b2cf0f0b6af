package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Feed;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Measure;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Readings against the same figures recomputed from the raw days. */
class DetectorProperties {

  private static final int TODAY = 20_000;
  private static final int DEPTH = 91;
  private static final Fall FALL = new Fall(Measure.VOICE_OUT, 7, 28, .5, 4, 600);

  private static TestHistory of(Measure measure, List<Integer> days, double[] factor) {
    TestHistory history = TestHistory.until(TODAY).knownFrom(measure.feed(), TODAY - DEPTH + 1);
    for (int i = 0; i < days.size(); i++) {
      history.on(measure, TODAY - i, Math.round(days.get(i) * factor[i]));
    }
    return history;
  }

  private static double[] flat() {
    double[] factor = new double[DEPTH];
    java.util.Arrays.fill(factor, 1);
    return factor;
  }

  /** Day values, the newest first. */
  @Property(tries = 300, seed = "1")
  void fallIsWindowOverBaseline(@ForAll @Size(DEPTH) List<@IntRange(max = 7200) Integer> days) {
    double window = 0;
    double baseline = 0;
    for (int i = 0; i < 35; i++) {
      window += i < 7 ? days.get(i) : 0;
      baseline += i < 7 ? 0 : days.get(i);
    }
    double ratio = window / 7 / (baseline / 28);
    double deviation = Math.sqrt(variance(days, baseline / 28) * (1 / 7.0 + 1 / 28.0)) / 2;
    double deviations = (1 - Math.sqrt(ratio)) / deviation;
    double sure = Math.min(1, deviations * deviations / 16);
    double far = ratio > .5 ? .9 - .8 * ratio : 1 - ratio;
    double graded = ratio >= 1 ? .1 / ratio : .1 + (far - .1) * sure;
    double enough = baseline / 4 / 600;
    boolean away = days.subList(0, 7).stream().filter(day -> day > 0).count() < 4;
    double alarming = enough >= 1 ? graded : Math.min(.5, graded * enough);
    double expected = baseline == 0 ? 0 : away ? Math.min(.5, alarming) : alarming;

    Reading reading = FALL.read(of(Measure.VOICE_OUT, days, flat()).subject());
    assertThat(reading.strength()).isCloseTo(expected, within(1e-9));
  }

  /** Of a day's use over its mean squared, by the 28 days from the eighth newest on. */
  private static double variance(List<Integer> days, double mean) {
    double ofDays = 2 * .09 * 7;
    for (int i = 7; i < 28; i++) {
      double change = (days.get(i) - days.get(i + 7)) / mean;
      ofDays += change * change / 2;
    }
    ofDays /= 21 + 2;
    double ofWeeks = 2 * ofDays / 7;
    for (int i = 7; i < 28; i += 7) {
      double change = 0;
      for (int day = i; day < i + 7; day++) {
        change += (days.get(day) - days.get(day + 7)) / mean / 7;
      }
      ofWeeks += change * change / 2;
    }
    return Math.max(ofDays, ofWeeks / (3 + 2) * 7);
  }

  /** What moves everybody alike changes nobody's reading. */
  @Property(tries = 300, seed = "1")
  void aTideThatMovesAllMovesNobody(
      @ForAll @Size(DEPTH) List<@IntRange(max = 7200) Integer> days,
      @ForAll @Size(DEPTH) List<@IntRange(min = 2, max = 40) Integer> tenths) {
    int[] usual = days.stream().mapToInt(d -> d * 10).toArray();
    List<Integer> steady = new ArrayList<>();
    double[] tide = new double[DEPTH];
    for (int i = 0; i < DEPTH; i++) {
      steady.add(usual[i < 7 ? 0 : 7]);
      tide[i] = tenths.get(i) / 10.0;
    }
    BaseIndex index = (region, day, measure) -> tide[TODAY - day];

    Reading still = FALL.read(of(Measure.VOICE_OUT, steady, flat()).subject());
    Reading moved = FALL.read(of(Measure.VOICE_OUT, steady, tide).subject(null, index));
    assertThat(moved.strength()).isCloseTo(still.strength(), within(1e-9));
  }

  @Property(tries = 300, seed = "1")
  void lessUseIsNeverLessAlarming(
      @ForAll @Size(DEPTH) List<@IntRange(max = 7200) Integer> days,
      @ForAll @IntRange(max = 6) int which,
      @ForAll @IntRange(max = 7200) int less) {
    List<Integer> fewer = new ArrayList<>(days);
    fewer.set(which, Math.max(0, days.get(which) - less));

    assertThat(FALL.read(of(Measure.VOICE_OUT, fewer, flat()).subject()).strength())
        .isGreaterThanOrEqualTo(
            FALL.read(of(Measure.VOICE_OUT, days, flat()).subject()).strength());
  }

  @Property(tries = 300, seed = "1")
  void silenceIsTheGapOverTheOwnNinetyPercentGap(
      @ForAll @Size(DEPTH) List<@IntRange(max = 3) Integer> days) {
    List<Integer> activeAgo = new ArrayList<>();
    for (int i = 0; i < DEPTH; i++) {
      if (days.get(i) == 1) {
        activeAgo.add(i);
      }
    }
    List<Integer> gaps = new ArrayList<>();
    for (int i = 1; i < activeAgo.size(); i++) {
      gaps.add(activeAgo.get(i) - activeAgo.get(i - 1));
    }
    gaps.sort(null);
    double q90 = gaps.isEmpty() ? 0 : gaps.get((9 * gaps.size() + 9) / 10 - 1);
    double limit = Math.max(3, 2 * q90);
    double gap = activeAgo.isEmpty() ? 0 : activeAgo.get(0) / limit;
    double expected = gap <= 1 ? gap * gap / 2 : 1 - .5 / gap;

    List<Integer> own = days.stream().map(d -> d == 1 ? 1 : 0).toList();
    TestHistory history = of(Measure.DATA, own, flat());
    assertThat(new Silence(3, 2, 28, false).read(history.subject()).strength())
        .isCloseTo(expected, within(1e-9));
  }

  /** Of a silent customer each day tells more, also when the ring has long passed the last one. */
  @Property(tries = 200, seed = "1")
  void aLongerSilenceIsAlwaysMoreAlarming(
      @ForAll @Size(DEPTH) List<@IntRange(max = 3) Integer> days,
      @ForAll @IntRange(min = 1, max = 250) int silentDays) {
    double today = ofSilence(days, silentDays);

    assertThat(ofSilence(days, silentDays + 1)).isGreaterThanOrEqualTo(today);
    if (days.contains(1)) {
      assertThat(ofSilence(days, silentDays + 1)).isGreaterThan(today);
    }
  }

  private static double ofSilence(List<Integer> days, int silentDays) {
    TestHistory history =
        TestHistory.until(TODAY).knownFrom(Feed.USAGE, TODAY - silentDays - DEPTH);
    for (int i = 0; i < DEPTH; i++) {
      history.on(Measure.DATA, TODAY - silentDays - i, days.get(i) == 1 ? 1 : 0);
    }
    return new Silence(3, 2, 28, false).read(history.subject()).strength();
  }

  @Property(tries = 200, seed = "1")
  void everyStrengthIsInBounds(
      @ForAll @Size(DEPTH) List<@IntRange(max = 100_000) Integer> days,
      @ForAll @IntRange(max = 90) int knownDays) {
    TestHistory history =
        TestHistory.until(TODAY)
            .knownFrom(Feed.USAGE, TODAY - knownDays)
            .knownFrom(Feed.SPEND, TODAY - knownDays);
    for (int i = 0; i <= knownDays; i++) {
      Measure measure = Measure.at(days.get(i) % Measure.COUNT);
      history.on(measure, TODAY - i, days.get(i));
    }
    for (Detector detector :
        List.of(
            FALL,
            new SecondSim(7, 28, .5, 4, .8, 600),
            new FallingSpend(.6, 3.5, 100, 100),
            new LowWaterMonths(5_000, 6_000, 12_000, 6_000, 100),
            new Silence(7, 2, 28, false),
            new Silence(7, 2, 28, true),
            new FallingUse(7, 28, .5, 4))) {
      Reading reading = detector.read(history.subject());
      assertThat(reading.strength()).isBetween(0.0, 1.0);
      assertThat(reading.evidence().keySet()).isSubsetOf(detector.evidenceNames());
    }
  }
}
