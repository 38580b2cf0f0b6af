package dev.ebb.retention;

import static dev.ebb.retention.Saying.at;
import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.TestRules.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A carrier's notice in the US: no stop of it lapses, not even when all else is forgotten. */
class LastingStopTest {
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate NEXT_YEAR = MONDAY.plusDays(420);

  private final Story story = stoppedAndForgotten("US");

  @Test
  void shouldStillHoldForACustomerWhoIsBackAfterAYear() {
    story.dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 withheld (legal-stop)");
  }

  @Test
  void shouldKeepNothingElse() {
    assertThat(story.file.profile()).isNull();
    assertThat(story.file.caseFile()).hasSizeLessThan(64);
    CaseFile rest = CaseFileFormat.unpack(story.file.caseFile());
    assertThat(rest.value.arpu()).isZero();
    assertThat(rest.region).isNull();
    assertThat(rest.care.notes()).isEmpty();
    assertThat(rest.trails).isEmpty();
    assertThat(story.file.timers).isEmpty();
  }

  @Test
  void shouldNotHoldForTheNextOwnerOfTheNumber() {
    story.profile(at(NEXT_YEAR, 1), NEXT_YEAR.minusDays(1), null).dayOfFewerCalls(.9);

    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldTellNoStageOfAProfileBeforeTheCustomerIsBack() {
    int told = story.stages.size();
    story.profile(at(NEXT_YEAR, 1), ACTIVATED, null);
    assertThat(story.stages).hasSize(told);

    story.day(Map.of());
    assertThat(story.stages.subList(told, story.stages.size()))
        .containsExactly("null>C first-seen");
  }

  @Test
  void shouldGoWithAnErasure() {
    story.erase(at(NEXT_YEAR, 1));

    assertThat(story.file.caseFile()).isNull();
  }

  @Test
  void shouldNotOutlastAStopThatLapses() {
    assertThat(stoppedAndForgotten("GB").file.caseFile()).isNull();
  }

  private static Story stoppedAndForgotten(String jurisdiction) {
    WatchSettings settings =
        WatchSettings.defaults(SHANGHAI).withLegalStop(LegalStop.SHIPPED.get(jurisdiction));
    Story story = new Story(settings, CALLS).profile(1, ACTIVATED, null).dayOfFewerCalls(0);
    Care notice = new Care(Care.Kind.PORT_OUT_REQUEST, Care.Source.CARRIER, Map.of());
    story.accept(Event.of(LI, at(TUESDAY, 10), 1, notice));
    story.forgotten(at(NEXT_YEAR.minusDays(10), 10));
    story.today = NEXT_YEAR;
    return story;
  }
}
