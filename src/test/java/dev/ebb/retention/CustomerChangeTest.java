package dev.ebb.retention;

import static dev.ebb.retention.Saying.byCustomer;
import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.Story.noonOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.EXPIRY;
import static dev.ebb.retention.TestRules.SILENCE;
import static dev.ebb.retention.TestRules.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.signal.Rule.Status;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Profiles, renewals, recycled numbers, erasure, return and oblivion. */
class CustomerChangeTest {
  private static final LocalDate SOON = MONDAY.plusDays(10);
  private static final LocalDate NEXT_YEAR = MONDAY.plusYears(1);
  private static final long TUESDAY_NOON = noonOf(MONDAY.plusDays(1));
  private static final long LATER_ON_TUESDAY = TUESDAY_NOON + HOUR;

  @Test
  void shouldClearTheCaseOfAContractRenewedWithoutWaitingForAClose() {
    Story story = new Story(EXPIRY).profile(1, ACTIVATED, SOON).daySilentFor(0);

    story.profile(LATER_ON_TUESDAY, ACTIVATED, NEXT_YEAR);

    assertThat(story.told()).containsExactly("1 open", "2 cleared recovered");
    assertThat(story.last().at()).isEqualTo(LATER_ON_TUESDAY);
  }

  @Test
  void shouldOpenACaseForAContractThatNowEndsSoon() {
    Story story = new Story(EXPIRY).profile(1, ACTIVATED, NEXT_YEAR).daySilentFor(0);

    story.profile(LATER_ON_TUESDAY, ACTIVATED, SOON);

    assertThat(story.told()).containsExactly("1 open");
    assertThat(story.last().series().mou()).hasSize(56).containsOnly(-1);
    assertThat(story.file.timers).containsExactly(LATER_ON_TUESDAY + 48 * HOUR);
  }

  @Test
  void shouldNotReadAnythingElseAgainForANewProfile() {
    Story story = new Story(CALLS).dayOfFewerCalls(.9);

    story.profile(LATER_ON_TUESDAY, ACTIVATED, NEXT_YEAR);

    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldWaitForTheFirstCloseBeforeReadingAProfile() {
    Story story = new Story(EXPIRY).profile(1, ACTIVATED, SOON);

    assertThat(story.messages).isEmpty();
    assertThat(story.file.caseFile()).isNull();
  }

  @Test
  void shouldIgnoreAProfileOlderThanTheKnownOne() {
    Story story = new Story(EXPIRY).profile(TUESDAY_NOON, ACTIVATED, SOON).daySilentFor(0);

    story.profile(TUESDAY_NOON - 1, ACTIVATED, NEXT_YEAR);

    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldTakeAProfileOfTheSameInstant() {
    Story story = new Story(EXPIRY).profile(TUESDAY_NOON, ACTIVATED, SOON).daySilentFor(0);

    story.profile(TUESDAY_NOON, ACTIVATED, NEXT_YEAR);

    assertThat(story.told()).containsExactly("1 open", "2 cleared recovered");
  }

  @Test
  void shouldNotLetADistantProfileRushTheDeadlines() {
    Story story = new Story(CALLS).dayOfFewerCalls(.9);

    story.profile(noonOf(NEXT_YEAR), ACTIVATED, null).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 open", "2 open daily");
  }

  @Test
  void shouldPreferTheCustomersChannel() {
    Story story = new Story(CALLS);
    var contact =
        new dev.ebb.event.Profile.Contact(
            false, java.util.List.of("app", "sms"), "app", null, null, null);
    var plain = Story.profileOf(1, ACTIVATED, null);
    var profile =
        new dev.ebb.event.Profile(
            1,
            ACTIVATED,
            null,
            null,
            plain.plan(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            contact);

    story.accept(Event.of(Story.LI, profile)).dayOfFewerCalls(.9);

    assertThat(story.last().recommended().channel()).isEqualTo("app");
  }

  @Test
  void shouldStartAfreshWhenTheNumberHasANewOwner() {
    Story story = new Story(CALLS).profile(1, ACTIVATED, null).dayOfFewerCalls(.9);

    story.profile(LATER_ON_TUESDAY, MONDAY.plusDays(1), null).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 open", "2 cleared recycled", "1 open");
    assertThat(story.last().alertId()).isNotEqualTo(story.messages.get(0).alertId());
  }

  @Test
  void shouldKnowTheNewOwnerAlsoWhereOneProfileWasSilentAboutTheDate() {
    Story story = new Story(CALLS).profile(1, ACTIVATED, null).dayOfFewerCalls(.9);

    story.profile(TUESDAY_NOON, null, null);
    story.profile(LATER_ON_TUESDAY, MONDAY.plusDays(1), null);

    assertThat(story.told()).containsExactly("1 open", "2 cleared recycled");
  }

  @Test
  void shouldNotTakeAFirstActivationDateForANewOwner() {
    Story story = new Story(CALLS).profile(1, null, null).dayOfFewerCalls(.9);

    story.profile(LATER_ON_TUESDAY, ACTIVATED, null);

    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldForgetAnErasedCustomerAndCloseTheCaseWithoutAWordAboutThem() {
    Story story = new Story(CALLS).profile(1, ACTIVATED, null).dayOfFewerCalls(.9);

    story.erase(LATER_ON_TUESDAY);

    assertThat(story.told()).containsExactly("1 open", "2 cleared erased");
    CaseMessage erased = story.last();
    assertThat(erased.value()).isNull();
    assertThat(erased.series()).isNull();
    assertThat(erased.recommended()).isNull();
    assertThat(erased.signals()).isEmpty();
    assertThat(erased.risk()).isZero();
    assertThat(story.file.isEmpty()).isTrue();
  }

  @Test
  void shouldSayNothingOfAnErasedCustomerWithoutACase() {
    Story story = new Story(CALLS).profile(1, ACTIVATED, null).dayOfFewerCalls(0);

    story.erase(LATER_ON_TUESDAY);

    assertThat(story.messages).isEmpty();
    assertThat(story.file.isEmpty()).isTrue();
  }

  @Test
  void shouldNotGiveAnErasedCustomersAlertIdAgain() {
    Story story = new Story(CALLS).profile(1, ACTIVATED, null).dayOfFewerCalls(.9);

    story.erase(LATER_ON_TUESDAY).profile(LATER_ON_TUESDAY + 1, ACTIVATED, null);
    story.dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 open", "2 cleared erased", "1 open");
    assertThat(story.last().alertId()).isNotEqualTo(story.messages.get(0).alertId());
  }

  @Test
  void shouldNotGiveAnAlertIdAgainTooWhereAllHappensAtOnce() {
    Story story = new Story(Saying.shipped("port-out-enquiry"));
    story.accept(byCustomer(Care.Kind.PORT_OUT_ENQUIRY, TUESDAY_NOON));
    story.erase(TUESDAY_NOON);
    story.accept(byCustomer(Care.Kind.PORT_OUT_ENQUIRY, TUESDAY_NOON + 1));

    assertThat(story.told()).containsExactly("1 open", "2 cleared erased", "1 open");
    assertThat(story.last().alertId()).isNotEqualTo(story.messages.get(0).alertId());
  }

  @Test
  void shouldClearTheCaseOfTheSilentAtTheirFirstAction() {
    Story story = new Story(SILENCE).daySilentFor(7);

    story.returned(LATER_ON_TUESDAY);

    assertThat(story.told()).containsExactly("1 open", "2 cleared recovered");
    assertThat(story.last().at()).isEqualTo(LATER_ON_TUESDAY);
    assertThat(story.last().signals()).extracting("rule").containsExactly("silence");
  }

  @Test
  void shouldNotRaiseASilenceThatWasBrokenBeforeItsDayWasClosed() {
    Story story = new Story(SILENCE).daySilentFor(6);
    story.returned(closeOf(MONDAY.plusDays(1)) - HOUR).daySilentFor(7);

    assertThat(story.messages).isEmpty();
    assertThat(story.daySilentFor(7).told()).containsExactly("1 open");
  }

  @Test
  void shouldKeepTheCaseOfTheReturnedForAnotherSignal() {
    Story story = new Story(SILENCE, EXPIRY).profile(1, ACTIVATED, SOON).daySilentFor(7);

    story.returned(LATER_ON_TUESDAY).daySilentFor(0);

    assertThat(story.told()).containsExactly("1 open", "2 open daily");
    assertThat(story.last().signals()).extracting("rule").containsExactly("expiry");
  }

  @Test
  void shouldDropAForgottenCustomer() {
    Story story = new Story(CALLS).profile(1, ACTIVATED, null).dayOfFewerCalls(0);

    story.forgotten(LATER_ON_TUESDAY);

    assertThat(story.messages).isEmpty();
    assertThat(story.file.isEmpty()).isTrue();
  }

  @Test
  void shouldDropAForgottenCustomerAfterTheirOpenCaseHasEnded() {
    Story story = new Story(CALLS).profile(1, ACTIVATED, null).dayOfFewerCalls(.9);

    story.forgotten(LATER_ON_TUESDAY);
    assertThat(story.file.isEmpty()).isFalse();

    story.fireTimersUntil(closeOf(MONDAY.plusDays(30)));
    assertThat(story.told()).containsExactly("1 open", "2 raised overdue", "3 expired expired");
    assertThat(story.file.isEmpty()).isTrue();
  }

  @Test
  void shouldEndTheWithheldCaseOfAForgottenCustomer() {
    Story story = new Story(with(CALLS, Status.SHADOW)).dayOfFewerCalls(.9);

    story.forgotten(LATER_ON_TUESDAY);

    assertThat(story.told()).containsExactly("1 withheld (shadow)", "2 expired expired (shadow)");
    assertThat(story.file.isEmpty()).isTrue();
  }

  @Test
  void shouldReadAndWriteTheStateOnceForACareEvent() {
    Story story = new Story(CALLS);
    Care complaint = new Care(Care.Kind.COMPLAINT, Care.Source.CUSTOMER, Map.of());

    story.accept(Event.of(Story.LI, TUESDAY_NOON, 1, complaint));

    assertThat(story.file.accesses).as("profile and case read, case written").isEqualTo(3);
  }
}
