package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import dev.ebb.event.Profile;
import dev.ebb.ledger.Measure;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What agents say of a case, and what the stream makes of it. */
class WorkedCaseTest {
  private static final long DAY = 24 * HOUR;
  private static final long OPENED = closeOf(MONDAY);
  private static final long CALLED = OPENED + 8 * HOUR;
  private static final long ACT_BY = OPENED + 72 * HOUR;

  private final Story story = new Story(CALLS, DATA).dayOfFewerCalls(.6);

  @Test
  void shouldFollowACaseFromTheClaimToTheConfirmedSave() {
    say(Kind.CLAIMED, OPENED + HOUR);
    say(Kind.REACHED, CALLED - HOUR);
    say(Kind.ACCEPTED, CALLED);
    story.dayOfFewerCalls(0);
    story.fireTimersUntil(CALLED + 90 * DAY);

    assertThat(story.told())
        .containsExactly(
            "1 open",
            "2 claimed claimed",
            "3 contacted reached",
            "4 waiting accepted",
            "5 waiting daily",
            "6 saved verified",
            "7 saved confirmed");
    assertThat(story.messages.get(5).at()).isEqualTo(CALLED + 30 * DAY);
    assertThat(story.messages.get(5).isClosing()).isFalse();
    assertThat(story.last().at()).isEqualTo(CALLED + 90 * DAY);
    assertThat(story.last().isClosing()).isTrue();
    assertThat(story.last().signals())
        .as("what the case was about")
        .singleElement()
        .satisfies(signal -> assertThat(signal.rule()).isEqualTo("calls"))
        .satisfies(signal -> assertThat(signal.evidence()).containsEntry("dropPercent", 60.0));
    assertThat(story.file.timers).isEmpty();
  }

  @Test
  void shouldNotBelieveASaveWhileTheSignalLives() {
    say(Kind.ACCEPTED, CALLED);
    story.today = MONDAY.plusDays(29);
    story.dayOfFewerCalls(.6);
    story.today = MONDAY.plusDays(89);
    story.dayOfFewerCalls(.6);
    story.fireTimersUntil(CALLED + 90 * DAY);

    assertThat(story.told())
        .endsWith(
            "3 waiting daily", "4 waiting unverified", "5 waiting daily", "6 expired unverified");
  }

  @Test
  void shouldConfirmALateRecovery() {
    say(Kind.DECLINED, CALLED);
    story.today = MONDAY.plusDays(29);
    story.dayOfFewerCalls(.6).fireTimersUntil(CALLED + 31 * DAY);
    story.today = MONDAY.plusDays(40);
    story.dayOfFewerCalls(0).fireTimersUntil(CALLED + 90 * DAY);

    assertThat(story.told())
        .endsWith("4 waiting unverified", "5 waiting daily", "6 saved confirmed");
  }

  @Test
  void shouldCallALowRiskRecovered() {
    say(Kind.ACCEPTED, CALLED);
    story.dayOfFewerCalls(.45).fireTimersUntil(CALLED + 30 * DAY);

    assertThat(story.told()).endsWith("4 saved verified");
  }

  @Test
  void shouldStillExpectAnAttemptFromWhoeverHasClaimed() {
    say(Kind.CLAIMED, CALLED);
    story.fireTimersUntil(ACT_BY + 7 * DAY);

    assertThat(story.told())
        .containsExactly("1 open", "2 claimed claimed", "3 raised overdue", "4 expired expired");
  }

  @Test
  void shouldNotCallACaseOverdueTwiceAfterALateClaim() {
    story.fireTimersUntil(ACT_BY);
    say(Kind.CLAIMED, ACT_BY + HOUR);
    say(Kind.RELEASED, ACT_BY + 2 * HOUR);
    story.fireTimersUntil(ACT_BY + 7 * DAY);

    assertThat(story.told())
        .containsExactly(
            "1 open",
            "2 raised overdue",
            "3 claimed claimed",
            "4 raised released",
            "5 expired expired");
  }

  @Test
  void shouldNotCallAnAttemptedCaseOverdueButEndItWhenNobodyTriesAgain() {
    say(Kind.ATTEMPTED, CALLED);
    say(Kind.ATTEMPTED, CALLED + DAY);
    story.fireTimersUntil(CALLED + 8 * DAY);

    assertThat(story.told())
        .containsExactly(
            "1 open", "2 claimed attempted", "3 claimed attempted", "4 expired unreached");
    assertThat(story.last().at()).isEqualTo(CALLED + 8 * DAY);
  }

  @Test
  void shouldClearACaseThatRecoversBeforeAnybodyWasReached() {
    say(Kind.ATTEMPTED, CALLED);
    story.dayOfFewerCalls(0);

    assertThat(story.told()).endsWith("3 cleared recovered");
  }

  @Test
  void shouldVerifyWhoWasReachedAndGaveNoAnswer() {
    say(Kind.REACHED, CALLED);
    story.dayOfFewerCalls(0).fireTimersUntil(CALLED + 37 * DAY);

    assertThat(story.told())
        .endsWith(
            "2 contacted reached", "3 contacted daily", "4 waiting no-answer", "5 saved verified");
    assertThat(story.last().at()).isEqualTo(CALLED + 37 * DAY);
  }

  @Test
  void shouldComeBackWhenACallbackIsDueWhetherOrNotTheSignalLives() {
    long due = CALLED + 3 * DAY;
    story.accept(outcome(Kind.CALLBACK, CALLED, due));
    story.dayOfFewerCalls(0).fireTimersUntil(due);

    assertThat(story.told())
        .containsExactly(
            "1 open", "2 contacted callback", "3 contacted daily", "4 raised callback-due");
    assertThat(story.last().at()).isEqualTo(due);

    say(Kind.ACCEPTED, due + HOUR);
    assertThat(story.told()).endsWith("5 waiting accepted");
  }

  @Test
  void shouldGiveASnoozedCaseItsFullTimeAgain() {
    long due = CALLED + 5 * DAY;
    story.accept(outcome(Kind.SNOOZED, CALLED, due)).fireTimersUntil(due);

    assertThat(story.told()).containsExactly("1 open", "2 claimed snoozed", "3 raised snooze-over");
    assertThat(story.last().actBy()).isEqualTo(due + 72 * HOUR);
  }

  @Test
  void shouldWakeASnoozedCaseForANewSignal() {
    story.accept(outcome(Kind.SNOOZED, CALLED, CALLED + 5 * DAY));
    story.day(Map.of(Measure.VOICE_OUT, .6, Measure.DATA, .6));

    assertThat(story.told()).endsWith("3 raised new-signal");
  }

  @Test
  void shouldNotOpenAnotherCaseForTheSameRuleWhileWaiting() {
    say(Kind.ACCEPTED, CALLED);
    story.dayOfFewerCalls(0).dayOfFewerCalls(1).dayOfFewerCalls(1);

    assertThat(story.told())
        .endsWith("2 waiting accepted", "3 waiting daily", "4 waiting daily", "5 waiting daily");
  }

  @Test
  void shouldRaiseAWaitingCaseForAnotherRule() {
    say(Kind.ACCEPTED, CALLED);
    story.day(Map.of(Measure.VOICE_OUT, .6, Measure.DATA, .6));
    say(Kind.ACCEPTED, story.now + HOUR);

    assertThat(story.told()).endsWith("3 raised new-signal", "4 waiting accepted");
  }

  @Test
  void shouldLoseACustomerWhoLeavesWhileWaiting() {
    say(Kind.ACCEPTED, CALLED);
    story.accept(care(Care.Kind.PORTED_OUT, CALLED + 5 * DAY));
    story.dayOfFewerCalls(.9);

    assertThat(story.told()).endsWith("3 lost ported-out");
    assertThat(story.last().signals()).extracting("rule").containsExactly("calls");
  }

  @Test
  void shouldLoseACustomerWhoseProfileSaysSoAndKnowThemAgain() {
    story.accept(Event.of(LI, left(CALLED)));
    story.today = MONDAY.plusDays(1);
    story.dayOfFewerCalls(.9);
    assertThat(story.told()).containsExactly("1 open", "2 lost left");

    story.profile(story.now + HOUR, ACTIVATED, null).day(Map.of(Measure.DATA, .9));
    assertThat(story.told()).endsWith("1 open");
  }

  @Test
  void shouldLoseACustomerWhoHasBeenSilentForTooLong() {
    story.today = MONDAY.plusDays(59);
    say(Kind.REACHED, CALLED);
    say(Kind.ACCEPTED, CALLED + HOUR);
    story.day(Map.of(), true, false, 59);
    assertThat(story.told()).doesNotContain("lost");

    story.day(Map.of(), true, false, 60);

    assertThat(story.last().state()).isEqualTo(CaseState.LOST);
    assertThat(story.last().reason()).isEqualTo("silent");
  }

  @Test
  void shouldCloseAWrongAlertAndLetItsRuleRest() {
    story.accept(
        Event.of(
            LI, CALLED, 1, new Outcome(alert(), Kind.WRONG, Outcome.Reason.TRAVEL, null, "m7")));
    story.dayOfFewerCalls(.6);

    assertThat(story.told())
        .containsExactly(
            "1 open", "2 cleared wrong", "1 withheld (snoozed)", "2 withheld daily (snoozed)");
    assertThat(story.refuted).containsExactly("calls travel");

    story.today = MONDAY.plusDays(32);
    story.dayOfFewerCalls(.6);
    assertThat(story.told()).endsWith("3 open");
    assertThat(story.last().isContactable()).isTrue();
  }

  @Test
  void shouldActOnAnotherRuleWhileOneRests() {
    story.accept(
        Event.of(
            LI,
            CALLED,
            1,
            new Outcome(alert(), Kind.WRONG, Outcome.Reason.SECOND_LINE, null, null)));
    story.day(Map.of(Measure.VOICE_OUT, .6, Measure.DATA, .6));

    assertThat(story.last().isContactable()).isTrue();
    assertThat(story.last().signals()).extracting("rule").containsExactly("data");
  }

  @Test
  void shouldIgnoreAWordOnAnotherCaseButCountIt() {
    story.accept(Event.of(LI, CALLED, 1, Outcome.of("another", Kind.ACCEPTED)));
    String first = alert();
    story.dayOfFewerCalls(0);
    story.accept(Event.of(LI, story.now + HOUR, 2, Outcome.of(first, Kind.REACHED)));

    assertThat(story.told()).containsExactly("1 open", "2 cleared recovered");
    assertThat(story.heard).containsExactly("accepted false", "reached false");
  }

  @Test
  void shouldGoOnWhereItWasAfterARestart() {
    say(Kind.ACCEPTED, CALLED);
    byte[] packed = story.file.caseFile();

    assertThat(CaseFileFormat.pack(CaseFileFormat.unpack(packed))).isEqualTo(packed);
  }

  private void say(Kind kind, long at) {
    story.accept(Event.of(LI, at, 0, Outcome.of(alert(), kind)));
  }

  private Event outcome(Kind kind, long at, long dueAt) {
    return Event.of(LI, at, 0, new Outcome(alert(), kind, null, dueAt, "m7"));
  }

  private String alert() {
    return story.last().alertId();
  }

  private static Event care(Care.Kind kind, long at) {
    return Event.of(LI, at, 3, new Care(kind, Care.Source.CARRIER, Map.of()));
  }

  private static Profile left(long at) {
    return new Profile(
        at,
        ACTIVATED,
        Profile.Status.LEFT,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
