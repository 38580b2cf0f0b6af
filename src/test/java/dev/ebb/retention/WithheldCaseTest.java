package dev.ebb.retention;

import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.Story.noonOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.DATA;
import static dev.ebb.retention.TestRules.EXPIRY;
import static dev.ebb.retention.TestRules.MESSAGES;
import static dev.ebb.retention.TestRules.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.ledger.Measure;
import dev.ebb.signal.Rule.Status;
import dev.ebb.signal.Silence;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cases that nobody may act upon: immature, or in shadow. */
class WithheldCaseTest {
  private static final WatchSettings SHADOW = WatchSettings.defaults(SHANGHAI).withShadow(true);
  private static final WatchSettings LIVE = WatchSettings.defaults(SHANGHAI);

  @Test
  void shouldWithholdWhatRestsOnTooLittleHistory() {
    Story story = new Story(CALLS);

    story.day(Map.of(Measure.VOICE_OUT, .9), false, false);

    assertThat(story.told()).containsExactly("1 withheld (immature)");
    assertThat(story.last().mature()).isFalse();
    assertThat(story.last().risk()).isZero();
    assertThat(story.scoring).isEmpty();
    assertThat(story.file.timers).as("nobody can be late for it").isEmpty();
  }

  @Test
  void shouldOpenAWithheldCaseWhenItHasMatured() {
    Story story = new Story(CALLS).day(Map.of(Measure.VOICE_OUT, .9), false, false);

    story.day(Map.of(Measure.VOICE_OUT, .9), false, false).dayOfFewerCalls(.9);

    assertThat(story.told())
        .containsExactly("1 withheld (immature)", "2 withheld daily (immature)", "3 open");
    assertThat(story.last().alertId()).isEqualTo(story.messages.get(0).alertId());
    assertThat(story.last().actBy())
        .as("time runs from when it can be trusted")
        .isEqualTo(closeOf(MONDAY.plusDays(2)) + 72 * HOUR);
  }

  @Test
  void shouldOpenAMaturedCaseAlsoInTheLowestBand() {
    Story story = new Story(MESSAGES).day(Map.of(Measure.SMS_OUT, .9), false, false);

    story.day(Map.of(Measure.SMS_OUT, .9));

    assertThat(story.told()).containsExactly("1 withheld (immature)", "2 open");
  }

  @Test
  void shouldEndAWithheldCaseWhereItBegan() {
    Story story = new Story(CALLS).day(Map.of(Measure.VOICE_OUT, .9), false, false);

    story.day(Map.of(), false, false);

    assertThat(story.told())
        .containsExactly("1 withheld (immature)", "2 cleared recovered (immature)");
  }

  @Test
  void shouldWithholdWhoHasOptedOutAndClearTheirCase() {
    Story before = new Story(CALLS).optOut(1).dayOfFewerCalls(.8);
    assertThat(before.messages).extracting(CaseMessage::withheld).containsExactly(Withheld.OPT_OUT);

    Story after = new Story(CALLS).dayOfFewerCalls(.8).optOut(2).dayOfFewerCalls(.8);
    assertThat(after.messages)
        .filteredOn(CaseMessage::isContactable)
        .last()
        .satisfies(
            last -> {
              assertThat(last.state()).isEqualTo(CaseState.CLEARED);
              assertThat(last.reason()).isEqualTo("opted-out");
            });
  }

  @Test
  void shouldWithholdTheSignalOfAShadowRule() {
    Story story = new Story(with(CALLS, Status.SHADOW)).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 withheld (shadow)");
    assertThat(story.last().risk()).as("shadow rules weigh nothing").isZero();
  }

  @Test
  void shouldWithholdEverythingInTheJobsShadowMode() {
    Story story = new Story(SHADOW, CALLS).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 withheld (shadow)");
    assertThat(story.last().risk()).as("the risk is what it would be").isGreaterThan(.26);
    assertThat(story.last().mature()).isTrue();
    assertThat(story.scoring).containsExactly("calls");
  }

  @Test
  void shouldListOnlyWhatCountsInAMixedCase() {
    Story story = new Story(with(CALLS, Status.SHADOW), DATA);

    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.DATA, .6));

    assertThat(story.told()).containsExactly("1 open");
    assertThat(story.last().signals()).extracting("rule").containsExactly("data");
  }

  @Test
  void shouldOpenAWithheldCaseWhenASignalThatCountsJoins() {
    Story story = new Story(with(CALLS, Status.SHADOW), DATA).dayOfFewerCalls(.9);

    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.DATA, .6));

    assertThat(story.told()).containsExactly("1 withheld (shadow)", "2 open");
    assertThat(story.last().signals()).extracting("rule").containsExactly("data");
  }

  @Test
  void shouldClearRatherThanWithholdACaseThatWasContactable() {
    Story story = new Story(with(CALLS, Status.SHADOW), DATA);
    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.DATA, .6));

    story.dayOfFewerCalls(.9).dayOfFewerCalls(.9);

    assertThat(story.told())
        .containsExactly(
            "1 open", "2 raised overdue", "3 cleared recovered", "1 withheld (shadow)");
  }

  @Test
  void shouldCallTheImmatureSignalOfAnActiveRuleImmatureBesideAShadowRule() {
    Story story = new Story(CALLS, with(DATA, Status.SHADOW));

    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.DATA, .9), false, false);

    assertThat(story.told()).containsExactly("1 withheld (immature)");
    assertThat(story.last().signals()).hasSize(2);
  }

  @Test
  void shouldTellOfANewSignalInAWithheldCase() {
    Story story = new Story(SHADOW, CALLS, DATA).dayOfFewerCalls(.9);

    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.DATA, .6));

    assertThat(story.told())
        .containsExactly("1 withheld (shadow)", "2 withheld new-signal (shadow)");
  }

  @Test
  void shouldOpenShadowedCasesWhenTheShadowModeEnds() {
    Story story = new Story(SHADOW, CALLS);
    story.dayOfFewerCalls(.9).dayOfFewerCalls(.9).dayOfFewerCalls(.9).dayOfFewerCalls(.9);

    story.nowWatchedBy(LIVE, CALLS).dayOfFewerCalls(.9);

    assertThat(story.told()).hasSize(5).endsWith("5 open");
    assertThat(story.last().actBy()).isGreaterThan(story.last().at());
  }

  @Test
  void shouldClearACaseWhoseRuleIsGone() {
    Story story = new Story(CALLS).dayOfFewerCalls(.9);

    story.nowWatchedBy(LIVE, DATA).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 open", "2 cleared rule-removed");
    assertThat(story.last().recommended()).isNull();
  }

  @Test
  void shouldClearACaseWhoseRuleIsOff() {
    Story story = new Story(CALLS).dayOfFewerCalls(.9);

    story.nowWatchedBy(LIVE, with(CALLS, Status.OFF)).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 open", "2 cleared rule-removed");
  }

  @Test
  void shouldClearACaseWhoseRuleWentIntoShadow() {
    Story story = new Story(CALLS).dayOfFewerCalls(.9);

    story
        .nowWatchedBy(LIVE, with(CALLS, Status.SHADOW))
        .fireTimersUntil(closeOf(MONDAY) + 72 * HOUR);

    assertThat(story.told()).containsExactly("1 open", "2 cleared rule-removed");
  }

  @Test
  void shouldNotShowAPausedRuleWhenTheProfileOrAnAgentSpeaksFirst() {
    Story byProfile = new Story(CALLS).dayOfFewerCalls(.9);
    byProfile.nowWatchedBy(LIVE, with(CALLS, Status.OFF));
    byProfile.profile(noonOf(MONDAY.plusDays(1)), null, null);
    Story byAgent = new Story(CALLS).dayOfFewerCalls(.9);
    byAgent.nowWatchedBy(LIVE, with(CALLS, Status.SHADOW));
    byAgent.accept(claimed(byAgent.last().alertId(), noonOf(MONDAY.plusDays(1))));

    assertThat(byProfile.told()).containsExactly("1 open", "2 cleared rule-removed");
    assertThat(byAgent.told()).containsExactly("1 open", "2 cleared rule-removed");
    assertThat(byAgent.heard).containsExactly("claimed false");
    assertThat(byProfile.last().signals()).isEmpty();
  }

  @Test
  void shouldNotTellWhatAnotherKindOfDetectorHasSeenUnderTheSameId() {
    Story story = new Story(CALLS).dayOfFewerCalls(.9);

    story.nowWatchedBy(LIVE, with(CALLS, new Silence(7, 2, 28, false))).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 open", "2 cleared rule-removed");
    assertThat(story.last().signals()).isEmpty();
  }

  private static Event claimed(String alertId, long at) {
    return Event.of(Story.LI, at, 1, Outcome.of(alertId, Outcome.Kind.CLAIMED));
  }

  @Test
  void shouldGoOnWithTheRulesThatAreLeft() {
    Story story = new Story(CALLS, DATA).day(Map.of(Measure.VOICE_OUT, .9, Measure.DATA, .6));

    story.nowWatchedBy(LIVE, CALLS).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 open", "2 open daily");
  }

  @Test
  void shouldActOnAMatureSignalBesideAnImmatureOne() {
    Story story = new Story(CALLS, EXPIRY);
    story.profile(noonOf(MONDAY), null, MONDAY.plusDays(10));

    story.day(Map.of(Measure.VOICE_OUT, .9), false, false);

    assertThat(story.told()).containsExactly("1 open");
    assertThat(story.last().signals()).extracting("rule").containsExactly("expiry");
  }
}
