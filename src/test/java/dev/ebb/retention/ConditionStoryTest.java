package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.Story.noonOf;
import static dev.ebb.retention.Story.profileOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.EXPIRY;
import static dev.ebb.retention.TestRules.MESSAGES;
import static dev.ebb.retention.TestRules.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.Profile;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are read of some customers only. */
class ConditionStoryTest {

  @Test
  void shouldRaiseForThoseOfWhomTheConditionHolds() {
    Story story =
        new Story(with(CALLS, "payment == 'postpaid' && planFee >= 128")).accept(profile());

    assertThat(story.dayOfFewerCalls(.9).told()).containsExactly("1 open");
  }

  @Test
  void shouldHaveNoReadingOfTheOthers() {
    Story story = new Story(with(CALLS, "payment == 'prepaid'")).accept(profile());

    story.dayOfFewerCalls(.9).dayOfFewerCalls(.9);

    assertThat(story.told()).isEmpty();
    assertThat(story.risks).containsOnly(0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payment == 'postpaid'",
        "tenureDays > 0",
        "arpu >= 0",
        "tier == 'standard'",
        "topup28 >= 0",
        "spendMonth >= 0"
      })
  void shouldNotReadARuleWhereTheConditionIsNotKnown(String condition) {
    assertThat(new Story(with(CALLS, condition)).dayOfFewerCalls(.9).told()).isEmpty();
  }

  @Test
  void shouldEndTheSignalWhenANewProfileChangesTheAnswer() {
    Story story = new Story(with(CALLS, "payment == 'postpaid'")).accept(profile());
    story.dayOfFewerCalls(.9);

    story.accept(Event.of(LI, prepaid(noonOf(MONDAY.plusDays(1)))));

    assertThat(story.told()).containsExactly("1 open", "2 cleared condition");
    assertThat(story.last().at()).isEqualTo(noonOf(MONDAY.plusDays(1)));
    assertThat(story.dayOfFewerCalls(.9).told()).hasSize(2);
  }

  @Test
  void shouldEndOnlyTheSignalOfThatRule() {
    Story story = new Story(with(CALLS, "payment == 'postpaid'"), MESSAGES).accept(profile());
    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.SMS_OUT, .9));

    story.accept(Event.of(LI, prepaid(noonOf(MONDAY.plusDays(1)))));
    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.SMS_OUT, .9));

    assertThat(story.told()).containsExactly("1 open", "2 open daily");
    assertThat(story.last().signals()).extracting("rule").containsExactly("messages");
  }

  @Test
  void shouldTakeTheStageAsOfTheLookBefore() {
    Story story = new Story(with(CALLS, "stage == 'C'")).accept(profile());

    story.dayOfFewerCalls(.9).dayOfFewerCalls(.9).dayOfFewerCalls(1).dayOfFewerCalls(1);

    assertThat(story.told()).startsWith("1 open");
    assertThat(story.messages.get(0).at()).isEqualTo(closeOf(MONDAY.plusDays(1)));
  }

  @Test
  void shouldGoByWhatTheLastCloseSaidOfTheDays() {
    Story silent = new Story(with(EXPIRY, "silentDays > 3")).daySilentFor(4);
    silent.profile(closeOf(MONDAY) + HOUR, ACTIVATED, MONDAY.plusDays(5));
    Story active = new Story(with(EXPIRY, "silentDays > 3")).daySilentFor(3);
    active.profile(closeOf(MONDAY) + HOUR, ACTIVATED, MONDAY.plusDays(5));

    assertThat(silent.told()).containsExactly("1 open");
    assertThat(active.told()).isEmpty();
  }

  private static Event profile() {
    return Event.of(LI, profileOf(noonOf(MONDAY), ACTIVATED, (LocalDate) null));
  }

  private static Profile prepaid(long at) {
    Profile before = profileOf(at, ACTIVATED, null);
    return new Profile(
        at,
        before.activatedOn(),
        before.status(),
        Profile.Payment.PREPAID,
        before.plan(),
        before.agreements(),
        null,
        null,
        before.region(),
        null,
        null,
        null,
        before.contact());
  }
}
