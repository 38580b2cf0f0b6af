package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import dev.ebb.ledger.Measure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Who does not want to be called after talks: out of sight of callers, but not out of the count.
 */
class OptOutTest {
  private static final long DAY = 24 * HOUR;
  private static final long CALLED = closeOf(MONDAY) + 8 * HOUR;

  private final Story story = new Story(CALLS, DATA).dayOfFewerCalls(.8);

  @Test
  void shouldNotCallWhoOptsOutWhileTalking() {
    say(Kind.CALLBACK, CALLED, CALLED + 3 * DAY);
    story.optOut(CALLED + HOUR).fireTimersUntil(CALLED + 4 * DAY);

    assertThat(story.told())
        .containsExactly(
            "1 open", "2 contacted callback", "3 cleared opted-out", "1 withheld (opt-out)");
  }

  @Test
  void shouldTellWhoOptsOutAfterTheirAnswerToNobodyWhoCalls() {
    say(Kind.ACCEPTED, CALLED, null);
    String alert = story.last().alertId();
    story.optOut(CALLED + HOUR).dayOfFewerCalls(.8).dayOfFewerCalls(0);

    assertThat(story.told())
        .containsExactly(
            "1 open",
            "2 waiting accepted",
            "3 cleared opted-out",
            "1 withheld (opt-out)",
            "2 withheld daily (opt-out)",
            "3 withheld daily (opt-out)");
    assertThat(story.last().alertId()).isNotEqualTo(alert);
    assertThat(story.messages.get(3).series())
        .usingRecursiveComparison()
        .isEqualTo(story.messages.get(0).series());
    assertThat(story.messages.get(3).signals()).extracting("rule").containsExactly("calls");
  }

  @Test
  void shouldNotCallItARecoveryWhereShadowModeEndsTheTalks() {
    say(Kind.CALLBACK, CALLED, CALLED + 3 * DAY);
    story.dayOfFewerCalls(0);
    story.nowWatchedBy(WatchSettings.defaults(Story.SHANGHAI).withShadow(true), CALLS, DATA);
    story.dayOfFewerCalls(0);

    assertThat(story.told())
        .contains("4 cleared rule-removed")
        .noneMatch(it -> it.contains("recovered"));
  }

  @Test
  void shouldStillJudgeWhatBecameOfThem() {
    say(Kind.ACCEPTED, CALLED, null);
    story.optOut(CALLED + HOUR).dayOfFewerCalls(0);
    story.fireTimersUntil(CALLED + 90 * DAY);

    assertThat(story.told())
        .endsWith("3 withheld verified (opt-out)", "4 saved confirmed (opt-out)");
    assertThat(story.messages.get(story.messages.size() - 2).at()).isEqualTo(CALLED + 30 * DAY);
    assertThat(story.last().at()).isEqualTo(CALLED + 90 * DAY);
    assertThat(story.messages.stream().flatMap(message -> Figure.of(message).stream()))
        .contains(Figure.SAVED, Figure.CONFIRMED);
  }

  @Test
  void shouldTakeNoFurtherWordOnTheCase() {
    say(Kind.REACHED, CALLED, null);
    story.optOut(CALLED + HOUR);
    say(Kind.ACCEPTED, CALLED + 2 * HOUR, null);

    assertThat(story.heard).endsWith("accepted false");
    assertThat(story.last().state()).isEqualTo(CaseState.WITHHELD);
  }

  @Test
  void shouldBeginAnewWithWhoWantsToBeCalledAgainAndWhoseRiskHasGrown() {
    say(Kind.DECLINED, CALLED, null);
    story.optOut(CALLED + HOUR);
    String watched = story.last().alertId();
    story.profile(CALLED + 2 * HOUR, ACTIVATED, null).dayOfFewerCalls(.8);
    assertThat(story.last().alertId()).as("nothing new").isEqualTo(watched);

    story.day(Map.of(Measure.VOICE_OUT, .8, Measure.DATA, .9));
    assertThat(story.told()).endsWith("3 cleared treated (opt-out)", "1 open");
    assertThat(story.last().alertId()).isNotIn(List.of(watched, story.messages.get(0).alertId()));
  }

  @Test
  void shouldGoOnWhereItWasAfterARestart() {
    say(Kind.ACCEPTED, CALLED, null);
    story.optOut(CALLED + HOUR);
    byte[] packed = story.file.caseFile();

    assertThat(CaseFileFormat.pack(CaseFileFormat.unpack(packed))).isEqualTo(packed);
  }

  private void say(Kind kind, long at, Long dueAt) {
    Outcome outcome = new Outcome(story.messages.get(0).alertId(), kind, null, dueAt, "m7");
    story.accept(Event.of(LI, at, 0, outcome));
  }
}
