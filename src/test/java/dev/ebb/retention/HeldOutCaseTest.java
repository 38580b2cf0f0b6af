package dev.ebb.retention;

import static dev.ebb.retention.Saying.at;
import static dev.ebb.retention.Saying.byCustomer;
import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A case that is only watched: nobody acts on it, the stream judges it like a worked one. */
class HeldOutCaseTest {
  private static final long DAY = 24 * HOUR;
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final WatchSettings HELD_OUT = holding(salt(true, false));

  private final Story story = new Story(HELD_OUT, CALLS, DATA, shipped("complaint-open"));

  @Test
  void shouldJudgeAHeldOutCaseLikeAWorkedOne() {
    story.dayOfFewerCalls(.6).dayOfFewerCalls(0);
    story.fireTimersUntil(closeOf(MONDAY) + 90 * DAY);

    assertThat(story.told())
        .containsExactly(
            "1 withheld (hold-out)",
            "2 withheld daily (hold-out)",
            "3 withheld verified (hold-out)",
            "4 saved confirmed (hold-out)");
    assertThat(story.messages.get(2).at()).isEqualTo(closeOf(MONDAY) + 30 * DAY);
    assertThat(story.last().at()).isEqualTo(closeOf(MONDAY) + 90 * DAY);
    assertThat(story.file.timers).isEmpty();
  }

  @Test
  void shouldNotBelieveThatWhoStillFallsHasBeenSaved() {
    story.dayOfFewerCalls(.9);
    story.day(Map.of(Measure.VOICE_OUT, .9, Measure.DATA, .9));
    story.today = MONDAY.plusDays(29);
    story.dayOfFewerCalls(.9);
    story.today = MONDAY.plusDays(89);
    story.dayOfFewerCalls(.9).fireTimersUntil(closeOf(MONDAY) + 90 * DAY);

    assertThat(story.told())
        .as("a new signal does not begin it anew")
        .contains("2 withheld new-signal (hold-out)", "4 withheld unverified (hold-out)")
        .endsWith("6 expired unverified (hold-out)");
  }

  @Test
  void shouldLoseWhoLeavesUnworked() {
    story.dayOfFewerCalls(.6);
    story.accept(byCustomer(Care.Kind.CANCELLED, closeOf(MONDAY) + 5 * DAY));

    assertThat(story.told()).endsWith("2 lost cancelled (hold-out)");
  }

  @Test
  void shouldTakeNoAgentsWord() {
    story.dayOfFewerCalls(.6);
    Outcome reached = Outcome.of(story.last().alertId(), Outcome.Kind.REACHED);
    story.accept(Event.of(LI, story.now + HOUR, 1, reached));

    assertThat(story.heard).containsExactly("reached false");
  }

  @Test
  void shouldRepairWhatIsBrokenInACaseOfItsOwn() {
    story.dayOfFewerCalls(.6);
    String heldOut = story.last().alertId();
    story.accept(byCustomer(Care.Kind.COMPLAINT, at(MONDAY.plusDays(1), 9), "ticket", "T1"));
    story.today = MONDAY.plusDays(4);
    story.dayOfFewerCalls(.6);

    assertThat(story.told())
        .startsWith("1 withheld (hold-out)", "2 cleared treated (hold-out)", "1 open");
    assertThat(story.last().alertId()).isNotEqualTo(heldOut);
    assertThat(story.last().signals())
        .as("what is held out is not told to whom may call")
        .extracting("rule")
        .containsExactly("complaint-open");
    assertThat(story.last().isContactable()).isTrue();

    story.accept(byCustomer(Care.Kind.RESOLVED, at(MONDAY.plusDays(5), 9), "ticket", "T1"));
    story.dayOfFewerCalls(.6);
    assertThat(story.told()).containsSubsequence("4 cleared recovered", "1 withheld (hold-out)");
  }

  @Test
  void shouldStayOnItsSideWhenTheHalfYearEnds() {
    for (LocalDate day = MONDAY.plusDays(110); day.isBefore(JULY.plusDays(10)); day = story.today) {
      story.today = day;
      story.dayOfFewerCalls(.6);
    }

    assertThat(story.messages).allMatch(message -> message.withheld() == Withheld.HOLD_OUT);
    assertThat(story.messages).hasSizeGreaterThan(12);
  }

  @Test
  void shouldNotEndACaseThatIsWorkedWhenTheHalfYearEnds() {
    Story treated = new Story(holding(salt(false, true)), CALLS);
    treated.today = JULY.minusDays(3);
    for (int i = 0; i < 6; i++) {
      treated.dayOfFewerCalls(.6);
    }

    assertThat(treated.messages).allMatch(CaseMessage::isContactable);
    assertThat(treated.told()).doesNotContain("cleared");
  }

  private static WatchSettings holding(String salt) {
    Playbooks playbooks = PlaybookFiles.bundled(Currency.getInstance("CNY"));
    return WatchSettings.defaults(SHANGHAI)
        .withPolicy(ContactPolicy.OPEN.withPlaybooks(playbooks).withHoldOut(new HoldOut(.5, salt)));
  }

  /** One with which Li is held out, or not, in the two halves of the year. */
  private static String salt(boolean first, boolean second) {
    return IntStream.range(0, 100)
        .mapToObj(Integer::toString)
        .filter(salt -> new HoldOut(.5, salt).holds(LI, MONDAY) == first)
        .filter(salt -> new HoldOut(.5, salt).holds(LI, JULY) == second)
        .findFirst()
        .orElseThrow();
  }
}
