package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.DATA;
import static dev.ebb.retention.TestRules.EXPIRY;
import static dev.ebb.retention.TestRules.MESSAGES;
import static dev.ebb.retention.TestRules.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.Profile;
import dev.ebb.ledger.Measure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What passes with time alone: act-by and expiry. */
class DeadlineTest {
  private static final long OPENED = closeOf(MONDAY);
  private static final long ACT_BY = OPENED + 24 * HOUR;
  private static final long EXPIRES = ACT_BY + 7 * 24 * HOUR;

  private final Story story = new Story(DATA).day(Map.of(Measure.DATA, .6));

  @Test
  void shouldArmATimerForTheActBy() {
    assertThat(story.file.timers).containsExactly(ACT_BY);
  }

  @Test
  void shouldDoNothingBeforeTheActBy() {
    story.file.timers.add(ACT_BY - 1);
    story.fireTimersUntil(ACT_BY - 1);

    assertThat(story.told()).containsExactly("1 open");
    assertThat(story.file.timers).containsExactly(ACT_BY);
  }

  @Test
  void shouldRaiseAnUnworkedCaseAtItsActByWithAllItsContent() {
    story.fireTimersUntil(ACT_BY);

    assertThat(story.told()).containsExactly("1 open", "2 raised overdue");
    CaseMessage overdue = story.last();
    assertThat(overdue.at()).isEqualTo(ACT_BY);
    assertThat(overdue.signals().get(0).evidence()).containsEntry("dropPercent", 60.0);
    assertThat(overdue.signals().get(0).why().en()).isEqualTo("down 60 %");
    assertThat(overdue.series().mou()).isEqualTo(story.messages.get(0).series().mou());
    assertThat(overdue.risk())
        .as("a day older than its confirmation")
        .isLessThan(story.messages.get(0).risk());
  }

  @Test
  void shouldKeepTheCaseOfOneOfAHouseholdOverTheTurnOfAnother() {
    ContactPolicy policy = ContactPolicy.OPEN.withHouseholdRest(Duration.ofDays(14));
    Story shared = new Story(WatchSettings.defaults(SHANGHAI).withPolicy(policy), DATA);
    shared.accept(Event.of(LI, ofHousehold("H-1"))).day(Map.of(Measure.DATA, .6));
    long ends = EXPIRES + 14 * 24 * HOUR;
    assertThat(shared.last().aside().endsAt()).isEqualTo(ends);

    shared.fireTimersUntil(ends - 1);
    assertThat(shared.told()).containsExactly("1 open", "2 raised overdue");
    shared.fireTimersUntil(ends);
    assertThat(shared.told()).endsWith("3 expired expired");
  }

  private static Profile ofHousehold(String household) {
    return new Profile(
        1, ACTIVATED, null, null, null, null, null, null, null, null, household, null, null);
  }

  @Test
  void shouldExpireACaseLeftUnworked() {
    story.fireTimersUntil(EXPIRES);

    assertThat(story.told()).containsExactly("1 open", "2 raised overdue", "3 expired expired");
    assertThat(story.last().at()).isEqualTo(EXPIRES);
    assertThat(story.file.timers).isEmpty();
  }

  @Test
  void shouldSayTheSameWhenTimeLeapsOverTheDeadlines() {
    story.losingTimers();
    story.today = MONDAY.plusDays(20);

    story.day(Map.of());

    assertThat(story.told()).containsExactly("1 open", "2 raised overdue", "3 expired expired");
    assertThat(story.messages).extracting(CaseMessage::at).containsExactly(OPENED, ACT_BY, EXPIRES);
  }

  @Test
  void shouldNotRepeatACaseThatHasJustBecomeOverdueAtTheSameInstant() {
    story.day(Map.of(Measure.DATA, .6));

    assertThat(story.told()).containsExactly("1 open", "2 raised overdue");
  }

  @Test
  void shouldNotOpenAnotherCaseForASignalThatNeverWentOff() {
    for (int i = 0; i < 12; i++) {
      story.day(Map.of(Measure.DATA, .6));
    }

    assertThat(story.messages).filteredOn(CaseMessage::isClosing).hasSize(1);
    assertThat(story.last().state()).isEqualTo(CaseState.EXPIRED);
  }

  @Test
  void shouldOpenAnotherCaseForTheSameSignalInAHigherBand() {
    Story worse = new Story(CALLS).dayOfFewerCalls(.5);
    worse.fireTimersUntil(OPENED + 72 * HOUR + 7 * 24 * HOUR);
    worse.today = MONDAY.plusDays(15);

    worse.dayOfFewerCalls(.9);
    assertThat(worse.last().state()).isEqualTo(CaseState.EXPIRED);

    worse.dayOfFewerCalls(1);
    assertThat(worse.last().state()).isEqualTo(CaseState.OPEN);
    assertThat(worse.last().revision()).isEqualTo(1);
    assertThat(worse.last().actBy())
        .as("the old signal gets its full time again")
        .isEqualTo(worse.last().at() + 72 * HOUR);
  }

  @Test
  void shouldOpenAnotherCaseForANewSignalAfterAnExpiry() {
    Story more = new Story(CALLS, DATA).day(Map.of(Measure.DATA, .6));
    more.fireTimersUntil(EXPIRES);

    more.day(Map.of(Measure.DATA, .6, Measure.VOICE_OUT, .6));

    assertThat(more.told()).endsWith("3 expired expired", "1 open");
    assertThat(more.last().signals()).extracting("rule").containsExactly("calls", "data");
  }

  @Test
  void shouldGiveBackTimeWhenTheUrgentSignalEnds() {
    Story calmer = new Story(MESSAGES, SILENCE, EXPIRY);
    calmer.profile(1, null, MONDAY.plusDays(10)).daySilentFor(7);
    assertThat(calmer.last().actBy()).isEqualTo(OPENED + 48 * HOUR);

    calmer.day(Map.of(Measure.SMS_OUT, .6)).profile(OPENED + 30 * HOUR, null, null);
    calmer.fireTimersUntil(OPENED + 7 * 24 * HOUR);

    assertThat(calmer.told()).containsExactly("1 open", "2 raised new-signal");
    assertThat(calmer.file.timers).contains(OPENED + 24 * HOUR + 168 * HOUR);
  }

  @Test
  void shouldCallACaseOverdueOnlyOnce() {
    Story slow = new Story(MESSAGES, DATA).day(Map.of(Measure.DATA, .6, Measure.SMS_OUT, .6));

    slow.day(Map.of(Measure.SMS_OUT, .6)).fireTimersUntil(OPENED + 13 * 24 * HOUR);

    assertThat(slow.told()).containsExactly("1 open", "2 raised overdue");
  }
}
