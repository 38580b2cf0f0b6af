package dev.ebb.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.TeamFigures.Work;
import dev.ebb.desk.store.TeamFigures.Workload;
import dev.ebb.desk.store.TeamLimits.Limits;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamPagesTest {
  private final TeamPages pages = new TeamPages(new Words(Tongue.EN, ZoneOffset.UTC));

  @Test
  void shouldHoldTheTeamsDayAgainstThoseWhoArePresentOnOne() {
    TeamView view =
        pages.of(
            30,
            new Work(
                List.of(new Workload("ann", 9, 30, 30, 10), new Workload("bob", 9, 30, 30, 10)),
                20),
            new Limits(null, 6),
            List.of(),
            List.of());

    assertThat(view.team().cells()).containsExactly(new TeamView.Cell("3.0", 2));
    assertThat(view.capacity()).containsExactly("6.0");
    assertThat(view.agents())
        .allSatisfy(it -> assertThat(it.cells()).containsExactly(new TeamView.Cell("3.0", 2)));
  }
}
