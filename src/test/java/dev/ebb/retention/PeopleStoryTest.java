package dev.ebb.retention;

import static dev.ebb.retention.Saying.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.Calls;
import dev.ebb.signal.Text;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Fewer friends, and another town, as the ledger sees them. */
class PeopleStoryTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  private final Calls calls = new Calls(FIRST);
  private final Story circle = new Story(shipped("shrinking-circle"));
  private final Story area = new Story(shipped("left-area"));

  @Test
  void shouldRaiseACircleThatHasShrunkToHalf() {
    talk(42, 20);
    assertThat(circle.messages).isEmpty();

    talk(28, 10);

    assertThat(circle.told().get(0)).isEqualTo("1 open");
    assertThat(circle.last().recommended().playbook()).isEqualTo("P1");
    assertThat(circle.last().signals().get(0).why())
        .isEqualTo(
            new Text(
                "Talked with about 10 people in the last 28 d instead of 21 before: 51 % fewer.",
                "近28天通话对象约10人,此前为21人,减少51%。"));
  }

  @Test
  void shouldSayNothingOfACircleAThirdSmaller() {
    talk(42, 20);
    talk(40, 14);

    assertThat(circle.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfWhoTalksLessAndSoWithFewer() {
    talk(42, 20, 3);
    talk(40, 11, 1);

    assertThat(circle.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfASmallCircleThatMayHaveHalvedByChance() {
    talk(42, 8);
    talk(40, 4);

    assertThat(circle.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfAFewFriends() {
    talk(42, 5);
    talk(40, 2);

    assertThat(circle.messages).isEmpty();
  }

  @Test
  void shouldOnlyWatchACircleThatIsNotKnownForTwoMonths() {
    talk(20, 20);
    talk(28, 5);

    assertThat(circle.messages).allMatch(message -> message.withheld() != null);
  }

  @Test
  void shouldHoldAQuietMonthOfTheWholeRegionAgainstNobody() {
    int quietFrom = (int) FIRST.plusDays(42).toEpochDay();
    circle.indexed((region, day, measure) -> day >= quietFrom ? 0.7 : 1);
    talk(42, 20);
    talk(28, 10);

    assertThat(circle.messages).isEmpty();
  }

  @Test
  void shouldRaiseWhoIsSeenElsewhereOnThreeWeeksOfFour() {
    live("north", 14);
    live("south", 20);
    assertThat(area.messages).isEmpty();

    live("south", 1);

    assertThat(area.told()).containsExactly("1 open");
    assertThat(area.last().recommended().playbook()).isEqualTo("P9");
    assertThat(area.last().signals().get(0).why())
        .isEqualTo(
            new Text(
                "Only seen outside the home region on 21 of the last 28 d.",
                "近28天中有21天仅在归属地以外使用。"));
  }

  @Test
  void shouldClearWhoComesHome() {
    live("north", 14);
    live("south", 21);
    live("north", 14);

    assertThat(area.last().state()).isEqualTo(CaseState.CLEARED);
  }

  @Test
  void shouldSayNothingOfATravellerWhoIsHomeAtTimes() {
    live("north", 14);
    for (int week = 0; week < 6; week++) {
      live("south", 5);
      live("north", 2);
    }

    assertThat(area.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfWhoWasNeverAtHome() {
    live("north", 3);
    live("south", 40);

    assertThat(area.messages).isEmpty();
  }

  /** Each day three calls, with one after the other of so many people. */
  private void talk(int days, int people) {
    talk(days, people, 3);
  }

  private void talk(int days, int people, int callsADay) {
    for (int day = 0; day < days; day++) {
      long first = (long) day * callsADay;
      long[] peers = LongStream.range(first, first + callsADay).map(i -> 1 + i % people).toArray();
      calls.with("north", peers);
      circle.day(calls.close());
    }
  }

  private void live(String region, int days) {
    for (int day = 0; day < days; day++) {
      area.day(calls.with(region, 1).close());
    }
  }
}
