package dev.ebb.retention;

import static dev.ebb.retention.Saying.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.EventKind;
import dev.ebb.signal.Text;
import org.junit.jupiter.api.Test;

/** Lines that others no longer ring, and lines that matter little to whoever has them. */
class BondStoryTest {
  private static final long MINUTE = 60;

  @Test
  void shouldRaiseWhomNobodyCallsAnyMore() {
    HabitStory story = whoIsCalled(20).does(EventKind.VOICE_IN, 0);
    assertThat(story.daysToFirstMessage(14)).isBetween(3, 10);

    assertThat(story.out.told()).containsExactly("1 open");
    assertThat(story.out.last().recommended().playbook()).isEqualTo("P1");
    assertThat(story.days(7).why().en())
        .startsWith("Incoming calls are 100 % below this customer's own norm: 0 minutes where ")
        .endsWith("the region changed by 0 %.");
    assertThat(story.why().zh()).startsWith("被叫时长比本人平时少100%").contains("现为0分钟");
  }

  @Test
  void shouldSayNothingOfWhomOthersCallHalfAsLong() {
    HabitStory story = whoIsCalled(20).does(EventKind.VOICE_IN, 10 * MINUTE);

    assertThat(story.daysToFirstMessage(40)).isEqualTo(-1);
  }

  @Test
  void shouldRankALineThatIsHardlyUsedAboveABusyOneAndAlarmForNeither() {
    HabitStory thin = new HabitStory(shipped("thin-use")).once(EventKind.VOICE_OUT, 60).days(100);
    HabitStory busy = new HabitStory(shipped("thin-use")).calls(30).days(100);

    assertThat(risk(thin)).isGreaterThan(2 * risk(busy)).isBetween(.01, .1);
    assertThat(thin.out.messages).isEmpty();
    assertThat(thin.out.scoring).isEmpty();
    assertThat(busy.out.messages).isEmpty();
  }

  @Test
  void shouldNotAlarmForALineThatIsNotUsedAtAll() {
    HabitStory story = new HabitStory(shipped("thin-use")).once(EventKind.VOICE_IN, 60).days(100);

    assertThat(risk(story)).isLessThan(shipped("thin-use").weight() / 2);
    assertThat(story.out.messages).isEmpty();
    assertThat(shipped("thin-use").why())
        .isEqualTo(new Text("The line is little used, in or out.", "该号码使用较少,主叫或被叫均不多。"));
  }

  private static double risk(HabitStory story) {
    return story.out.risks.get(story.out.risks.size() - 1);
  }

  /** Who calls 30 minutes a day and is called so many. */
  private static HabitStory whoIsCalled(long minutes) {
    return new HabitStory(shipped("falling-incoming"))
        .known(null)
        .does(EventKind.VOICE_IN, minutes * MINUTE)
        .calls(30)
        .days(62);
  }
}
