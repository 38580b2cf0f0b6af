package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Closeness;
import dev.ebb.ledger.IndexTable;
import dev.ebb.ledger.Measure;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What friends who leave, and friends who are no longer met, may and may not change. */
class PeopleProperties {
  private static final int TODAY = 20_000;
  private static final ContactLeft LEFT = new ContactLeft(5, 14, 0.3, 30, 0.7, 1.5);
  private static final ShrinkingCircle CIRCLE = new ShrinkingCircle(28, 0.6, 1.5, 6);

  @Property(tries = 300, seed = "1")
  void anotherFriendWhoLeavesIsNeverLessAlarming(
      @ForAll @Size(5) List<@IntRange(min = 1, max = 56) Integer> met,
      @ForAll @Size(5) List<@IntRange(max = 89) Integer> daysAgo,
      @ForAll @IntRange(max = 4) int leavers,
      @ForAll @IntRange(max = 600) int secondsNow) {
    double fewer = left(met, daysAgo, leavers, 0, secondsNow).strength();
    Reading more = left(met, daysAgo, leavers + 1, 0, secondsNow);

    assertThat(more.strength()).isBetween(fewer, 1.0);
    assertThat(more.evidence().keySet()).isSubsetOf(LEFT.evidenceNames());
  }

  @Property(tries = 300, seed = "1")
  void aDayLaterALeavingIsNeverMoreAlarming(
      @ForAll @Size(5) List<@IntRange(min = 1, max = 56) Integer> met,
      @ForAll @Size(5) List<@IntRange(max = 88) Integer> daysAgo,
      @ForAll @IntRange(min = 1, max = 5) int leavers) {
    assertThat(left(met, daysAgo, leavers, 1, 600).strength())
        .isLessThanOrEqualTo(left(met, daysAgo, leavers, 0, 600).strength());
  }

  @Property(tries = 300, seed = "1")
  void oneOfFiveAlikeIsNoAlarmWhileTheLineIsUsedAsEver(
      @ForAll @IntRange(min = 1, max = 56) int met, @ForAll @IntRange(max = 89) int daysAgo) {
    List<Integer> alike = List.of(met, met, met, met, met);
    List<Integer> ago = List.of(daysAgo, 0, 0, 0, 0);

    assertThat(left(alike, ago, 1, 0, 600).isAlarm()).isFalse();
    boolean isClose = met >= 14 && daysAgo <= 30;
    assertThat(left(alike, ago, 1, 0, 300).isAlarm()).isEqualTo(isClose);
    assertThat(left(alike, List.of(daysAgo, daysAgo, 0, 0, 0), 2, 0, 600).isAlarm())
        .isEqualTo(met >= 7 && daysAgo <= 30);
  }

  @Property(tries = 300, seed = "1")
  void fewerPeopleAreNeverLessAlarming(
      @ForAll @IntRange(min = 6, max = 100) int before,
      @ForAll @DoubleRange(min = 0, max = 1) double now,
      @ForAll @DoubleRange(min = 0, max = 1) double fewer,
      @ForAll @IntRange(max = 1_200) int secondsNow) {
    double many = circle(before, before * now, secondsNow).strength();
    double few = circle(before, before * now * fewer, secondsNow).strength();

    assertThat(few).isBetween(many, 1.0);
  }

  @Property(tries = 300, seed = "1")
  void thatTheCustomerTalksLessIsNeverHeldAgainstTheCircle(
      @ForAll @IntRange(min = 6, max = 100) int before,
      @ForAll @DoubleRange(min = 0, max = 1) double now,
      @ForAll @IntRange(max = 600) int seconds,
      @ForAll @IntRange(max = 600) int less) {
    assertThat(circle(before, before * now, Math.max(0, seconds - less)).strength())
        .isLessThanOrEqualTo(circle(before, before * now, seconds).strength());
  }

  @Property(tries = 300, seed = "1")
  void ofTheSameFallTheLargerCircleIsTheSurer(
      @ForAll @IntRange(min = 6, max = 50) int before,
      @ForAll @IntRange(max = 50) int more,
      @ForAll @DoubleRange(min = 0, max = 1) double now) {
    double small = circle(before, before * now, 600).strength();
    double large = circle(before + more, (before + more) * now, 600).strength();

    assertThat(large).isGreaterThanOrEqualTo(small - 1e-9);
  }

  /** Of these friends the first so many have left; 600 seconds a day were usual. */
  private static Reading left(
      List<Integer> met, List<Integer> daysAgo, int leavers, int later, int secondsNow) {
    IndexTable index = new IndexTable();
    List<Closeness> friends = new ArrayList<>();
    for (int i = 0; i < met.size(); i++) {
      friends.add(new Closeness(i, met.get(i)));
      if (i < leavers) {
        index.left(i, TODAY - daysAgo.get(i) - later);
      }
    }
    return LEFT.read(talking(7, secondsNow).near(friends).subject(null, index));
  }

  private static Reading circle(int before, double now, int secondsNow) {
    TestHistory history = talking(28, secondsNow).met(TODAY - 28, before).met(TODAY, now);
    return CIRCLE.read(history.subject(null, BaseIndex.FLAT));
  }

  private static TestHistory talking(int lastDays, int seconds) {
    return TestHistory.until(TODAY)
        .knownFrom(Feed.USAGE, TODAY - 90)
        .daily(Measure.VOICE_OUT, TODAY - 90, TODAY - lastDays, 600)
        .daily(Measure.VOICE_OUT, TODAY - lastDays + 1, TODAY, seconds);
  }
}
