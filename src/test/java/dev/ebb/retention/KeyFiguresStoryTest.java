package dev.ebb.retention;

import static dev.ebb.retention.MonthlyStory.JULY_1;
import static dev.ebb.retention.MonthlyStory.ofAValuedCustomer;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.risk.Tier;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyFiguresStoryTest {
  private static final Slice EVERYBODY = new Slice(Slice.EVERYBODY, null, null);
  private static final int JULY = (int) JULY_1.toEpochDay();
  private static final Slice COHORT = new Slice(JULY, null, null);
  private static final long DAY = 24 * HOUR;

  @Test
  void shouldCountAMemberWhereAndAsTheyWereFixed() {
    Story told = ofAValuedCustomer().closedUntil(JULY_1).out;

    assertThat(told.figures(COHORT)).isEqualTo(Map.of("members", 1, "mid-high", 1, "stage/C", 1));
    assertThat(told.figures(new Slice(JULY, Tier.VALUED, null))).isEqualTo(told.figures(COHORT));
    assertThat(told.figures(COHORT, JULY)).isEmpty();
    assertThat(told.figures(COHORT, JULY + 1)).isNotEmpty();
  }

  @Test
  void shouldCountAMemberLostByEachDefinitionOnce() {
    MonthlyStory story = ofAValuedCustomer().month(49, 200).month(49, 200).month(49, 200);
    int lastOfSeptember = (int) LocalDate.of(2026, 9, 30).toEpochDay();
    assertThat(story.out.figures(COHORT, lastOfSeptember)).doesNotContainKey("lost/group");
    assertThat(story.out.figures(COHORT))
        .containsEntry("lost/group", 1)
        .containsEntry("lost/circle", 1);

    story.month(49, 200).cancels();
    assertThat(story.out.figures(COHORT))
        .containsEntry("lost/group", 1)
        .containsEntry("lost/circle", 1)
        .containsEntry("members", 1);
  }

  @Test
  void shouldCountFewMinutesAsLostByTheGroupOnly() {
    Story told = ofAValuedCustomer().month(150, 99).month(150, 99).month(150, 99).out;

    assertThat(told.figures(COHORT))
        .containsEntry("lost/group", 1)
        .doesNotContainKey("lost/circle");
  }

  @Test
  void shouldCountWhoLeavesAtOnceAndTheirCauseAtTheNextClose() {
    MonthlyStory story = ofAValuedCustomer().month(150, 200).cancels();
    assertThat(story.out.figures(EVERYBODY)).isEqualTo(Map.of("stage/E", 1, "left", 1));

    story.closedUntil(LocalDate.of(2026, 8, 2));
    assertThat(story.out.figures(EVERYBODY))
        .isEqualTo(Map.of("stage/E", 1, "left", 1, "exit/tariff", 1));
    assertThat(story.out.figures(COHORT))
        .containsEntry("lost/group", 1)
        .containsEntry("lost/circle", 1)
        .containsEntry("stage/E", 1)
        .doesNotContainKey("mid-high");
  }

  @Test
  void shouldTellWhoMeasuresTheTimeFromAlertsOfAnExit() {
    Story story = new Story(TestRules.CALLS).dayOfFewerCalls(.8);
    long cancelled = story.now + 11 * DAY;
    Care care = new Care(Care.Kind.CANCELLED, Care.Source.CUSTOMER, Map.of());
    story.accept(Event.of(LI, cancelled, 9, care)).dayOfFewerCalls(.8);

    assertThat(story.figures(EVERYBODY)).containsEntry("exit/unknown", 1);
    assertThat(story.leavers).hasSize(1);
    assertThat(story.leavers.get(0).goneAt()).isEqualTo(cancelled);
    assertThat(story.leavers.get(0).slices()).contains(EVERYBODY);
  }

  @Test
  void shouldCountHowFarACaseCameOnce() {
    Story story = new Story(TestRules.CALLS).dayOfFewerCalls(0).dayOfFewerCalls(.8);
    says(story, Outcome.Kind.ATTEMPTED, 1);
    says(story, Outcome.Kind.ATTEMPTED, 2);
    assertThat(story.figures(EVERYBODY)).containsEntry("attempted", 1).doesNotContainKey("reached");

    says(story, Outcome.Kind.REACHED, 3);
    says(story, Outcome.Kind.ACCEPTED, 4);
    assertThat(story.figures(EVERYBODY))
        .containsEntry("attempted", 1)
        .containsEntry("reached", 1)
        .containsEntry("accepted", 1);
  }

  private static void says(Story story, Outcome.Kind kind, int hours) {
    Outcome outcome = new Outcome(story.last().alertId(), kind, null, null, null);
    story.accept(Event.of(LI, story.now + hours * HOUR, hours, outcome));
  }
}
