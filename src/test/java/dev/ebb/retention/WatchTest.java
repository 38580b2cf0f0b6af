package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.Story.noonOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.DATA;
import static dev.ebb.retention.TestRules.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.ledger.Measure;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Rule.Persistence;
import dev.ebb.signal.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a case begins, goes on and ends with its signals. */
class WatchTest {

  @Test
  void shouldOpenACaseAtTheThreshold() {
    Story story = new Story(CALLS).dayOfFewerCalls(.5);

    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldStaySilentJustBelowTheThreshold() {
    Story story = new Story(CALLS).dayOfFewerCalls(.499);

    assertThat(story.messages).isEmpty();
    assertThat(story.risks.get(0)).isCloseTo(.3 * .499, within(1e-9));
  }

  @Test
  void shouldSayEverythingInTheFirstMessage() {
    Story story = new Story(CALLS).profile(noonOf(MONDAY), ACTIVATED, null).dayOfFewerCalls(.6);

    CaseMessage message = story.last();
    assertThat(message.customerId()).isEqualTo(LI);
    assertThat(message.openedAt()).isEqualTo(closeOf(MONDAY)).isEqualTo(message.at());
    assertThat(message.actBy()).isEqualTo(closeOf(MONDAY) + 72 * HOUR);
    assertThat(message.risk()).isCloseTo(.18, within(1e-9));
    assertThat(message.value()).isEqualTo(new Value(12_800, Tier.VALUED));
    assertThat(message.priority()).isCloseTo(12_800 * .18 * .5, within(1e-6));
    assertThat(message.stage()).isEqualTo(Stage.CLIMAX);
    assertThat(message.mature()).isTrue();
    assertThat(message.signals())
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.rule()).isEqualTo("calls");
              assertThat(signal.strength()).isEqualTo(.6);
              assertThat(signal.since()).isEqualTo(closeOf(MONDAY));
              assertThat(signal.evidence()).containsEntry("dropPercent", 60.0);
              assertThat(signal.why()).isEqualTo(new Text("down 60 %", "降60%"));
            });
    assertThat(message.recommended().lever()).isEqualTo(3);
    assertThat(message.recommended().playbook()).isEqualTo("P1");
    assertThat(message.recommended().channel()).isEqualTo("sms");
    assertThat(message.recommended().contactFrom()).isNull();
    assertThat(message.series().mou()).hasSize(56).endsWith(400_000);
    assertThat(message.series().spend()).containsOnly(-1);
    assertThat(message.series().from()).isEqualTo((int) MONDAY.toEpochDay() - 55);
  }

  @Test
  void shouldRepeatAnOpenCaseDaily() {
    Story story = new Story(CALLS).dayOfFewerCalls(.6).dayOfFewerCalls(.6);

    assertThat(story.told()).containsExactly("1 open", "2 open daily");
    assertThat(story.last().alertId()).isEqualTo(story.messages.get(0).alertId());
    assertThat(story.last().openedAt()).isEqualTo(closeOf(MONDAY));
  }

  @Test
  void shouldHoldACaseWhileTheStrengthIsOnlyALittleUnderTheThreshold() {
    Story story = new Story(CALLS).dayOfFewerCalls(.6).dayOfFewerCalls(.36);

    assertThat(story.told()).containsExactly("1 open", "2 open daily");
  }

  @Test
  void shouldClearARecoveredCaseAndShowWhatItWasAbout() {
    Story story = new Story(CALLS).dayOfFewerCalls(.6).dayOfFewerCalls(.34);

    assertThat(story.told()).containsExactly("1 open", "2 cleared recovered");
    assertThat(story.last().signals()).extracting("rule").containsExactly("calls");
    assertThat(story.last().isContactable()).isTrue();
  }

  @Test
  void shouldOpenAnotherCaseWhenTheSignalComesBack() {
    Story story = new Story(CALLS).dayOfFewerCalls(.6).dayOfFewerCalls(0).dayOfFewerCalls(.6);

    assertThat(story.told()).containsExactly("1 open", "2 cleared recovered", "1 open");
    assertThat(story.last().alertId()).isNotEqualTo(story.messages.get(0).alertId());
  }

  @Test
  void shouldOpenAnotherCaseAlsoWhenTheSignalNeverQuiteVanished() {
    Story story = new Story(CALLS).dayOfFewerCalls(.6).dayOfFewerCalls(.3).dayOfFewerCalls(.6);

    assertThat(story.told()).containsExactly("1 open", "2 cleared recovered", "1 open");
  }

  @Test
  void shouldGiveTheReasonLateDataWhenTheCloseWasCorrected() {
    Story story = new Story(CALLS).dayOfFewerCalls(.6).day(Map.of(), true, true);

    assertThat(story.told()).containsExactly("1 open", "2 cleared late-data");
  }

  @Test
  void shouldNotLetEarlierStrengthsOutlastACorrection() {
    Story story = new Story(with(CALLS, new Persistence(3, 5)));
    story.dayOfFewerCalls(.6).dayOfFewerCalls(.6).dayOfFewerCalls(.6);

    story.day(Map.of(), true, true);

    assertThat(story.told()).containsExactly("1 open", "2 cleared late-data");
  }

  @Test
  void shouldWaitForThreeOfFiveCloses() {
    Story story = new Story(with(CALLS, new Persistence(3, 5)));

    story.dayOfFewerCalls(.9).dayOfFewerCalls(.9).dayOfFewerCalls(0).dayOfFewerCalls(0);
    assertThat(story.messages).isEmpty();

    story.dayOfFewerCalls(.9);
    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldNotCountTheSixthCloseBack() {
    Story story = new Story(with(CALLS, new Persistence(3, 5)));

    story.dayOfFewerCalls(.9).dayOfFewerCalls(.9);
    story.dayOfFewerCalls(0).dayOfFewerCalls(0).dayOfFewerCalls(0).dayOfFewerCalls(.9);

    assertThat(story.messages).isEmpty();
  }

  @Test
  void shouldRaiseACaseForANewSignal() {
    Story story = new Story(CALLS, DATA).dayOfFewerCalls(.9);

    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.DATA, .6));

    assertThat(story.told()).containsExactly("1 open", "2 raised new-signal");
    assertThat(story.last().signals()).extracting("rule").containsExactly("calls", "data");
    assertThat(story.last().actBy())
        .as("the new signal has less time")
        .isEqualTo(closeOf(MONDAY) + 48 * HOUR);
  }

  @Test
  void shouldPutTheStrongestSignalFirst() {
    Story story = new Story(CALLS, DATA);

    story.day(Map.of(Measure.VOICE_OUT, .5, Measure.DATA, 1.0));

    assertThat(story.last().signals()).extracting("rule").containsExactly("data", "calls");
  }

  @Test
  void shouldRaiseACaseOnceForAHigherBand() {
    Story story = new Story(CALLS).dayOfFewerCalls(.48).dayOfFewerCalls(.5);

    story.dayOfFewerCalls(.6).dayOfFewerCalls(1).dayOfFewerCalls(.9).dayOfFewerCalls(1);

    assertThat(story.told())
        .containsExactly(
            "1 open", "2 open daily", "3 raised higher-band", "4 raised overdue", "5 raised daily");
  }

  @Test
  void shouldPutAHighRiskIntoTheStageOfDecline() {
    Story story = new Story(CALLS, DATA).day(Map.of(Measure.VOICE_OUT, 1.0, Measure.DATA, 1.0));

    assertThat(story.last().risk()).isCloseTo(1 - .7 * .8, within(1e-9));
    assertThat(story.last().stage()).isEqualTo(Stage.DECLINE);
  }

  @Test
  void shouldScoreEveryJudgedDay() {
    Story story = new Story(CALLS, DATA).day(Map.of(Measure.VOICE_OUT, .2));

    assertThat(story.scoring).isEmpty();
    story.day(Map.of(Measure.VOICE_OUT, .6, Measure.DATA, .4));

    assertThat(story.scoring).containsExactly("calls");
    assertThat(story.risks.get(1)).isCloseTo(1 - (1 - .18) * (1 - .08), within(1e-9));
  }

  @Test
  void shouldReadTwiceAndWriteOnceToJudgeADay() {
    Story story = new Story(CALLS).dayOfFewerCalls(.6);

    assertThat(story.file.accesses).isEqualTo(3);
  }
}
