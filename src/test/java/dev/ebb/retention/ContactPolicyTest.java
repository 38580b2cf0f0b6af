package dev.ebb.retention;

import static dev.ebb.retention.Saying.at;
import static dev.ebb.retention.Saying.byCustomer;
import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.Story.noonOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Contact;
import dev.ebb.ledger.Measure;
import dev.ebb.signal.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom policy keeps from contact, for how long, and from when on others may be called. */
class ContactPolicyTest {
  private static final long DAY = 24 * HOUR;
  private static final Playbooks PLAYBOOKS = PlaybookFiles.bundled(Currency.getInstance("CNY"));
  private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final Rule COMPLAINTS = shipped("complaint-open");
  private static final Rule ENQUIRY = shipped("port-out-enquiry");

  @Test
  void shouldSayFromWhenToCallAndStillTellAtOnce() {
    Story story = story(policy(ContactCap.NONE, Duration.ZERO, 0), CALLS, ENQUIRY);
    story.dayOfFewerCalls(.6);

    assertThat(story.last().at()).isEqualTo(closeOf(MONDAY));
    assertThat(story.last().recommended().contactFrom()).isEqualTo(at(MONDAY.plusDays(1), 8));
    assertThat(story.last().recommended().contactUntil()).isEqualTo(at(MONDAY.plusDays(1), 21));

    story.fireTimersUntil(closeOf(MONDAY) + 72 * HOUR);
    story.accept(byCustomer(Care.Kind.PORT_OUT_ENQUIRY, at(MONDAY.plusDays(5), 10)));
    assertThat(story.last().recommended().contactFrom()).as("by day at once").isNull();
    assertThat(story.last().recommended().contactUntil()).isEqualTo(at(MONDAY.plusDays(5), 21));
  }

  @Test
  void shouldGoByTheCustomersOwnClockAndHours() {
    Story story = story(policy(ContactCap.NONE, Duration.ZERO, 0), CALLS);
    story.accept(quiet("Asia/Urumqi", LocalTime.of(22, 0), LocalTime.of(9, 30)));

    story.dayOfFewerCalls(.6);

    assertThat(story.last().recommended().contactFrom())
        .isEqualTo(Instant.parse("2026-03-03T03:30:00Z").toEpochMilli());
    assertThat(story.last().recommended().contactUntil())
        .isEqualTo(Instant.parse("2026-03-03T16:00:00Z").toEpochMilli());
  }

  @Test
  void shouldNotOpenACaseForWhoWasContactedOftenEnough() {
    ContactCap cap = new ContactCap(2, Duration.ofDays(20));
    Story story = story(policy(cap, Duration.ZERO, 0), CALLS, DATA).dayOfFewerCalls(.6);
    long called = closeOf(MONDAY) + 8 * HOUR;
    say(story, Kind.ATTEMPTED, called);
    say(story, Kind.ATTEMPTED, called + HOUR);

    assertThat(story.last().state()).as("in the agent's hands").isEqualTo(CaseState.CLAIMED);
    assertThat(story.last().recommended().contactFrom()).isEqualTo(called + 20 * DAY);

    story.dayOfFewerCalls(0).day(Map.of(Measure.DATA, .6));
    assertThat(story.told())
        .endsWith(
            "2 claimed attempted",
            "3 claimed attempted",
            "4 cleared recovered",
            "1 withheld (cap)");

    story.today = MONDAY.plusDays(20);
    story.day(Map.of(Measure.DATA, .6)).day(Map.of(Measure.DATA, .6));
    assertThat(story.told()).endsWith("2 withheld daily (cap)", "3 open");
  }

  @Test
  void shouldCountAContactAlsoWhereItsCaseHasEnded() {
    ContactCap cap = new ContactCap(1, Duration.ofDays(5));
    Story story = story(policy(cap, Duration.ZERO, 0), CALLS).dayOfFewerCalls(.6);
    String alert = story.last().alertId();
    story.dayOfFewerCalls(0);
    story.accept(Event.of(LI, story.now + HOUR, 0, Outcome.of(alert, Kind.REACHED)));

    story.dayOfFewerCalls(.6);

    assertThat(story.heard).containsExactly("reached false");
    assertThat(story.last().withheld()).isEqualTo(Withheld.CAP);
  }

  @Test
  void shouldLetTheCustomerRestAfterAWorkedCaseUnlessTheyAskToLeave() {
    Story story =
        story(policy(ContactCap.NONE, Duration.ofDays(30), 0), CALLS, DATA, ENQUIRY)
            .dayOfFewerCalls(.6);
    say(story, Kind.ATTEMPTED, closeOf(MONDAY) + 8 * HOUR);
    story.today = MONDAY.plusDays(8);
    story.day(Map.of(Measure.DATA, .6));
    assertThat(story.told()).containsSubsequence("3 expired unreached", "1 withheld (cool-down)");
    assertThat(story.last().withheld()).isEqualTo(Withheld.COOL_DOWN);

    story.accept(byCustomer(Care.Kind.PORT_OUT_ENQUIRY, at(MONDAY.plusDays(9), 10)));
    assertThat(story.last().isContactable()).isTrue();
    assertThat(story.last().signals()).extracting("rule").contains("port-out-enquiry");
  }

  @Test
  void shouldOpenTheCaseWhenTheRestIsOver() {
    Story story = story(policy(ContactCap.NONE, Duration.ofDays(30), 0), CALLS).dayOfFewerCalls(.6);
    say(story, Kind.ATTEMPTED, closeOf(MONDAY) + 8 * HOUR);
    story.today = MONDAY.plusDays(8);
    story.dayOfFewerCalls(.6);
    assertThat(story.last().withheld()).isEqualTo(Withheld.COOL_DOWN);

    story.today = MONDAY.plusDays(39);
    story.dayOfFewerCalls(.6);
    assertThat(story.told()).endsWith("3 open");
  }

  @Test
  void shouldNotCallWhoIsNotWorthACall() {
    Story story = story(policy(ContactCap.NONE, Duration.ZERO, 13_000), CALLS);
    story.profile(1, ACTIVATED, null).dayOfFewerCalls(.6);

    assertThat(story.told()).containsExactly("1 withheld (value-gate)");
    assertThat(story.last().recommended().playbook()).isEqualTo("P0");
    assertThat(story.last().recommended().contactFrom()).isNull();
    assertThat(story.last().recommended().contactUntil()).as("at no hour").isNull();
  }

  @Test
  void shouldNotTakeUnknownSpendForLittle() {
    Story story = story(policy(ContactCap.NONE, Duration.ZERO, 13_000), CALLS).dayOfFewerCalls(.6);

    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldOweARepairToWhoIsNotWorthACallAndWasContactedOftenEnough() {
    ContactCap cap = new ContactCap(1, Duration.ofDays(300));
    Story story = story(policy(cap, Duration.ZERO, 13_000), CALLS, COMPLAINTS);
    story.profile(1, ACTIVATED, null).dayOfFewerCalls(.6);
    story.accept(Event.of(LI, story.now + HOUR, 0, Outcome.of("another", Kind.REACHED)));
    story.accept(byCustomer(Care.Kind.COMPLAINT, at(MONDAY.plusDays(1), 9), "ticket", "T1"));

    story.today = MONDAY.plusDays(5);
    story.dayOfFewerCalls(.6);

    assertThat(story.last().isContactable()).isTrue();
    assertThat(story.last().recommended().playbook()).isEqualTo("P6");
    assertThat(story.last().recommended().contactFrom())
        .as("the night bounds it, the cap does not")
        .isEqualTo(at(MONDAY.plusDays(6), 8));
    assertThat(story.last().signals())
        .extracting(CaseMessage.Signal::rule)
        .containsExactly("complaint-open");

    story.dayOfFewerCalls(.6);
    assertThat(story.last().signals())
        .as("what is chosen among customers does not join it")
        .extracting(CaseMessage.Signal::rule)
        .containsExactly("complaint-open");
  }

  private static ContactPolicy policy(ContactCap cap, Duration coolDown, long valueGate) {
    return new ContactPolicy(
        PLAYBOOKS, NIGHT, cap, coolDown, valueGate, HoldOut.NONE, Duration.ZERO);
  }

  private static Story story(ContactPolicy policy, Rule... rules) {
    return new Story(WatchSettings.defaults(SHANGHAI).withPolicy(policy), rules);
  }

  private static void say(Story story, Kind kind, long at) {
    story.accept(Event.of(LI, at, at, Outcome.of(story.last().alertId(), kind)));
  }

  private static Event quiet(String zone, LocalTime from, LocalTime to) {
    return Event.of(
        LI,
        new Profile(
            noonOf(MONDAY),
            ACTIVATED,
            Profile.Status.ACTIVE,
            null,
            null,
            null,
            null,
            null,
            null,
            zone,
            null,
            null,
            new Contact(false, null, null, from, to, null)));
  }
}
