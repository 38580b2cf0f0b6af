package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import dev.ebb.simulate.Population.Joiner;
import dev.ebb.simulate.Population.Leaver;
import dev.ebb.simulate.Sample.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who joins again under another number, and who gets a first line beside those who stay. */
class JoinersTest {

  private static final int CUSTOMERS = 1_500;
  private static final int DAYS = 120;
  private static final SimulationSettings SETTINGS =
      SimulationSettings.of(CUSTOMERS, DAYS, 5).with(Dirt.NONE).withEventsPerDay(0.5);
  private static final Sample SAMPLE = Sample.of(SETTINGS);
  private static final Population POPULATION = SAMPLE.simulation().population();
  private static final Map<String, List<Line>> PROFILES =
      SAMPLE.lines(Feed.CUSTOMERS).stream().collect(Collectors.groupingBy(Line::customerId));
  private static final Map<String, Leaver> GONE =
      POPULATION.leavers().stream().collect(Collectors.toMap(Leaver::customerId, it -> it));

  @Test
  void shouldTakeANewNumberWithinDaysAfterTheDiscountEnded() {
    assertThat(POPULATION.joiners()).hasSizeGreaterThan(4);
    for (Joiner joiner : POPULATION.joiners()) {
      Leaver former = GONE.get(joiner.formerId());
      Line last = last(joiner.formerId());
      assertThat(former.cause()).isEqualTo(Cause.JOINS_AGAIN);
      assertThat(text(last, "/status")).isEqualTo("left");
      assertThat(text(last, "/agreements/0/endsOn"))
          .isLessThan(SETTINGS.start().plusDays(dayOf(former.leftAt().toEpochMilli())).toString());
      assertThat(dayOf(first(joiner.customerId()).at()) - dayOf(former.leftAt().toEpochMilli()))
          .isBetween(-3, 10);
    }
  }

  @Test
  void shouldShareTheHouseholdWithThemselves() {
    assertThat(POPULATION.joiners())
        .allSatisfy(
            joiner ->
                assertThat(text(first(joiner.customerId()), "/household"))
                    .isNotEmpty()
                    .isEqualTo(text(last(joiner.formerId()), "/household")));
  }

  @Test
  void shouldTellOfEachWhoLeavesToJoinAgain() {
    assertThat(POPULATION.joiners())
        .extracting(Joiner::formerId)
        .containsExactlyInAnyOrderElementsOf(
            SAMPLE.leavers(Cause.JOINS_AGAIN).stream().map(Leaver::customerId).toList());
  }

  @Test
  void shouldGiveFirstLinesBesideSomebodyWhoStays() {
    List<String> firstLines =
        POPULATION.lookAlikes().stream()
            .filter(it -> it.kind() == LookAlike.FIRST_LINE)
            .map(Population.Stayer::customerId)
            .toList();
    assertThat(firstLines).hasSizeGreaterThan(2);
    assertThat(firstLines)
        .allSatisfy(
            id -> {
              String household = text(first(id), "/household");
              assertThat(PROFILES.keySet())
                  .anyMatch(
                      other ->
                          !other.equals(id)
                              && text(first(other), "/household").equals(household)
                              && !GONE.containsKey(other));
            });
  }

  @Test
  void shouldLeaveOthersAloneWhereNobodyJoinsAgain() {
    Population without = new Simulation(SETTINGS.withShares(0, 0)).population();
    assertThat(without.joiners()).isEmpty();
    assertThat(without.lookAlikes()).isEmpty();
    assertThat(without.leavers()).isEmpty();
  }

  private static Line first(String id) {
    return PROFILES.get(id).get(0);
  }

  private static Line last(String id) {
    List<Line> profiles = PROFILES.get(id);
    return profiles.get(profiles.size() - 1);
  }

  private static String text(Line line, String pointer) {
    return line.json().at(pointer).asText();
  }

  private static int dayOf(long at) {
    return (int) Duration.ofMillis(at - SETTINGS.startOf(0)).toDays();
  }
}
