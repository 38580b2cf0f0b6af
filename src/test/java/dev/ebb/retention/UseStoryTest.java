package dev.ebb.retention;

import static dev.ebb.retention.Saying.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.EventKind;
import dev.ebb.signal.Text;
import org.junit.jupiter.api.Test;

/** Customers who use less, told from their calls, messages and data. */
class UseStoryTest {
  private static final long MEGABYTE = 1_000_000;
  private static final long MINUTE = 60;

  @Test
  void shouldRaiseOwnCallsThatFallToAThird() {
    HabitStory story = new HabitStory(shipped("falling-mou")).calls(30).days(42);
    assertThat(story.calls(10).daysToFirstMessage(14)).isBetween(3, 10);

    assertThat(story.out.told()).containsExactly("1 open");
    assertThat(story.out.last().recommended().playbook()).isEqualTo("P1");
    assertThat(story.days(14).why().en())
        .startsWith("Outgoing calls are ")
        .contains("% below this customer's own norm: 70 minutes where ")
        .endsWith("the region changed by 0 %.");
    assertThat(story.why().zh()).startsWith("主叫时长比本人平时少").contains("现为70分钟");
  }

  @Test
  void shouldSayNothingOfOwnCallsThatFallByAThird() {
    HabitStory story = new HabitStory(shipped("falling-mou")).calls(30).days(42);

    assertThat(story.calls(20).daysToFirstMessage(40)).isEqualTo(-1);
  }

  @Test
  void shouldRaiseDataThatFallsToAFifth() {
    HabitStory story =
        new HabitStory(shipped("falling-data")).does(EventKind.DATA, 500 * MEGABYTE).days(42);
    story.does(EventKind.DATA, 100 * MEGABYTE).days(14);

    assertThat(story.out.told().get(0)).isEqualTo("1 open");
    assertThat(story.why().en()).contains("own norm: 700 MB where ");
    assertThat(story.why().zh()).startsWith("上网流量比本人平时少").contains("现为700MB");
  }

  @Test
  void shouldSayNothingOfHalfTheData() {
    HabitStory story =
        new HabitStory(shipped("falling-data")).does(EventKind.DATA, 500 * MEGABYTE).days(42);

    assertThat(story.does(EventKind.DATA, 250 * MEGABYTE).daysToFirstMessage(40)).isEqualTo(-1);
  }

  @Test
  void shouldOnlyWatchFallingMessages() {
    HabitStory story = new HabitStory(shipped("falling-sms")).does(EventKind.SMS_OUT, 9).days(42);
    story.does(EventKind.SMS_OUT, 2).days(14);

    assertThat(story.out.told().get(0)).isEqualTo("1 withheld (shadow)");
    assertThat(story.why().en()).startsWith("14 messages sent where ");
    assertThat(story.why().zh()).startsWith("发送短信14条,平时为");
  }

  @Test
  void shouldSayNothingOfAFewMessagesLess() {
    HabitStory story = new HabitStory(shipped("falling-sms")).does(EventKind.SMS_OUT, 9).days(42);

    assertThat(story.does(EventKind.SMS_OUT, 6).daysToFirstMessage(40)).isEqualTo(-1);
  }

  @Test
  void shouldSuspectASecondCardWhereIncomingCallsHold() {
    HabitStory story = whoIsCalled("second-sim", 20).calls(8);
    story.days(14);

    assertThat(story.out.told().get(0)).isEqualTo("1 open");
    assertThat(story.out.messages.get(0).recommended().playbook()).isEqualTo("P2");
    assertThat(story.why().en())
        .contains(" to 56 minutes, while incoming calls stand at 100 % of normal (region: 0 %).");
    assertThat(story.why().zh()).contains("分钟降至56分钟").contains("被叫仍为平时的100%");
  }

  @Test
  void shouldNotSuspectASecondCardWhereIncomingCallsFallToo() {
    HabitStory story = whoIsCalled("second-sim", 20).calls(8);

    assertThat(story.does(EventKind.VOICE_IN, 10 * MINUTE).daysToFirstMessage(40)).isEqualTo(-1);
  }

  @Test
  void shouldRaiseTheSilentOnTheEighthDayThoughTheyAreStillCalled() {
    HabitStory story = whoIsCalled("silence", 1).calls(0);
    assertThat(story.daysToFirstMessage(20)).isEqualTo(8);

    assertThat(story.out.told()).containsExactly("1 open");
    assertThat(story.why())
        .isEqualTo(
            new Text(
                "No call, message, data or top-up of their own for 8 days; their own gaps hardly"
                    + " ever exceed 1 days, and this alarm waits for 8.",
                "已8天没有任何主动使用;本人以往的间隔一般不超过1天,预警线为8天。"));
  }

  @Test
  void shouldSayNothingOfAWeekOff() {
    HabitStory story = whoIsCalled("silence", 1).calls(0);

    assertThat(story.days(7).calls(30).days(10).out.messages).isEmpty();
  }

  @Test
  void shouldCallALineDormantOnlyWhereNobodyReachesItEither() {
    assertThat(whoIsCalled("dormant", 1).calls(0).daysToFirstMessage(30)).isEqualTo(-1);

    HabitStory silent = whoIsCalled("dormant", 1).calls(0).does(EventKind.VOICE_IN, 0);
    assertThat(silent.daysToFirstMessage(20)).isEqualTo(8);
    assertThat(silent.why().en()).startsWith("Nothing either way for 8 days, ");
    assertThat(silent.why().zh()).startsWith("已8天既无主动使用也无被叫");
  }

  @Test
  void shouldSeeALineUsedMuchLess() {
    HabitStory story = whoIsCalled("falling-use", 20).calls(8).does(EventKind.VOICE_IN, 5 * MINUTE);
    assertThat(story.daysToFirstMessage(14)).isBetween(5, 8);

    assertThat(story.why().en()).startsWith("This week the line is used ");
    assertThat(story.why().zh()).startsWith("本周整体使用(2类业务合计)比本人平时少");
  }

  @Test
  void shouldNotTakeACarefulWeekForAnEnd() {
    HabitStory story =
        whoIsCalled("falling-use", 20).calls(20).does(EventKind.VOICE_IN, 12 * MINUTE);

    assertThat(story.days(30).out.messages).isEmpty();
  }

  @Test
  void shouldSeeALineFadeOverWeeks() {
    HabitStory story = whoIsCalled("fading-use", 20);
    for (int minutes = 29; minutes > 1 && story.out.messages.isEmpty(); minutes--) {
      story.calls(minutes).does(EventKind.VOICE_IN, minutes * MINUTE * 2 / 3).days(1);
    }

    assertThat(story.why().en()).startsWith("For two weeks the line has been used 5");
    assertThat(story.why().zh()).startsWith("近两周整体使用(2类业务合计)比本人平时少5");
  }

  @Test
  void shouldSayNothingOfALineThatFadesByAQuarter() {
    HabitStory story = whoIsCalled("fading-use", 20);
    for (int minutes = 29; minutes > 22; minutes--) {
      story.calls(minutes).does(EventKind.VOICE_IN, minutes * MINUTE * 2 / 3).days(1);
    }

    assertThat(story.days(40).out.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfWhoCallsOnceAWeek() {
    HabitStory story = new HabitStory(shipped("silence")).days(0);
    for (int week = 0; week < 10; week++) {
      story.once(EventKind.VOICE_OUT, 600).days(7);
    }

    assertThat(story.days(4).out.messages).isEmpty();
  }

  @Test
  void shouldOnlyWatchAShiftOfDailyCalls() {
    HabitStory story = new HabitStory(shipped("change-point")).calls(30).days(70);
    assertThat(story.calls(15).daysToFirstMessage(14)).isBetween(2, 7);

    assertThat(story.out.told()).containsExactly("1 withheld (shadow)");
    assertThat(story.why().en())
        .startsWith("Daily outgoing calls have lain below what is usual for ")
        .endsWith("by 50 % in the mean.");
    assertThat(story.why().zh()).startsWith("主叫日通话量已连续").endsWith("平均低50%。");
  }

  @Test
  void shouldSeeNoShiftInOneQuietDay() {
    HabitStory story = new HabitStory(shipped("change-point")).calls(30).days(70);

    assertThat(story.calls(15).days(1).calls(30).days(30).out.messages).isEmpty();
  }

  /** A valued customer of 210 outgoing minutes a week who is called so many minutes a day. */
  private static HabitStory whoIsCalled(String rule, long minutes) {
    return new HabitStory(shipped(rule))
        .known(null)
        .does(EventKind.CHARGE, 600)
        .does(EventKind.VOICE_IN, minutes * MINUTE)
        .calls(30)
        .days(62);
  }
}
