package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Care;
import dev.ebb.event.Feed;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.Measure;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is graded by how this customer has topped up and paid so far. */
class PaymentProperties {
  private static final int TODAY = 20_000;
  private static final long NOW = Duration.ofDays(TODAY + 1).toMillis();
  private static final TopupGap GAP = new TopupGap(14, 1.5, 3, 56);
  private static final Arrears ARREARS = new Arrears(7, 72, 60);

  @Property(tries = 300, seed = "1")
  void theGapCountsInDaysOfUsualSpend(
      @ForAll @IntRange(min = 5, max = 20) int every,
      @ForAll @IntRange(min = 1, max = 30) int gap,
      @ForAll @IntRange(max = 400) int spendSince) {
    double limit = Math.max(14, 1.5 * every);
    double limits = gap * Math.min(1, spendSince / 200.0) / limit;
    double expected = limits <= 1 ? limits * limits / 2 : 1 - .5 / limits;

    Reading reading = GAP.read(toppingUp(every, gap, spendSince).subject());

    assertThat(reading.strength()).isCloseTo(expected, within(1e-9));
    assertThat(reading.evidence().keySet()).isSubsetOf(GAP.evidenceNames());
    int gaps = (90 - gap) / every;
    assertThat(reading.mature() || reading.strength() == 0).isEqualTo(gaps >= 3 || expected == 0);
  }

  @Property(tries = 300, seed = "1")
  void daysCountAsTheyAreWhereNoSpendIsTold(
      @ForAll @IntRange(min = 5, max = 20) int every,
      @ForAll @IntRange(min = 1, max = 30) int gap) {
    TestHistory untold = TestHistory.until(TODAY).knownFrom(Feed.SPEND, TODAY - 90);
    for (int day = TODAY - gap; day > TODAY - 91; day -= every) {
      untold.on(Measure.TOPUP, day, 3_000);
    }

    assertThat(GAP.read(untold.subject()).strength())
        .isEqualTo(GAP.read(toppingUp(every, gap, 200).subject()).strength());
  }

  @Property(tries = 300, seed = "1")
  void aBarAlarmsFromTheInstantThatWasForetold(
      @ForAll @IntRange(max = 20) int overdueWhenBarred,
      @ForAll @Size(max = 3) List<@IntRange(min = 30, max = 150) Integer> earlierDaysAgo,
      @ForAll @IntRange(max = 24 * 20) int hoursAgo) {
    CareLog care = barred(overdueWhenBarred, earlierDaysAgo, hoursAgo);
    Subject subject = subject(care, NOW);
    long alarmAt = ARREARS.alarmAt(subject);

    assertThat(ARREARS.read(subject).isAlarm()).isEqualTo(alarmAt <= NOW);
    assertThat(ARREARS.read(subject(care, alarmAt)).isAlarm()).isTrue();
    assertThat(ARREARS.read(subject(care, alarmAt - 1)).isAlarm()).isFalse();
  }

  @Property(tries = 300, seed = "1")
  void whoHasBeenBarredBeforeIsNeverMoreAlarming(
      @ForAll @IntRange(max = 20) int overdueWhenBarred,
      @ForAll @Size(max = 3) List<@IntRange(min = 30, max = 150) Integer> earlierDaysAgo,
      @ForAll @IntRange(max = 24 * 60) int hoursAgo) {
    double known = strength(barred(overdueWhenBarred, earlierDaysAgo, hoursAgo));

    assertThat(known).isBetween(0.0, strength(barred(overdueWhenBarred, List.of(), hoursAgo)));
  }

  private static double strength(CareLog care) {
    return ARREARS.read(subject(care, NOW)).strength();
  }

  /** 200 a day were spent up to the last top-up. */
  private static TestHistory toppingUp(int every, int gap, int spendSince) {
    TestHistory history =
        TestHistory.until(TODAY)
            .knownFrom(Feed.SPEND, TODAY - 90)
            .daily(Measure.SPEND, TODAY - 90, TODAY - gap, 200)
            .daily(Measure.SPEND, TODAY - gap + 1, TODAY, spendSince);
    for (int day = TODAY - gap; day > TODAY - 91; day -= every) {
      history.on(Measure.TOPUP, day, 3_000);
    }
    return history;
  }

  private static CareLog barred(int overdueDays, List<Integer> earlierDaysAgo, int hoursAgo) {
    Days days = new Days(ZoneOffset.UTC);
    CareLog log = CareLog.EMPTY;
    long newest = NOW - Duration.ofHours(hoursAgo).toMillis();
    for (int daysAgo : earlierDaysAgo) {
      log = log.with(barred(newest - Duration.ofDays(daysAgo).toMillis(), 9), days);
    }
    return log.with(barred(newest, overdueDays), days);
  }

  private static CareLog.Note barred(long at, int overdueDays) {
    Map<String, String> attributes = Map.of("overdueDays", Integer.toString(overdueDays));
    return new CareLog.Note(at, new Care(Care.Kind.BARRED, Care.Source.STAFF, attributes));
  }

  private static Subject subject(CareLog care, long at) {
    Subject still = TestHistory.until(TODAY).subject();
    return new Subject(still.closed(), null, still.index(), still.zone(), 0, care, at, null);
  }
}
