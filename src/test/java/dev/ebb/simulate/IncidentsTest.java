package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.Feed;
import dev.ebb.simulate.Sample.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentsTest {

  private static final SimulationSettings QUIET = SimulationSettings.of(300, 21, 2).with(Dirt.NONE);

  @Test
  void shouldUseLessOnAPublicHoliday() {
    List<Line> usage = usage(QUIET.with(new Incidents(14, Incidents.NEVER)));
    assertThat((double) records(usage, 14, "east"))
        .isBetween(0.35 * records(usage, 7, "east"), 0.65 * records(usage, 7, "east"));
    assertThat((double) records(usage, 17, "east"))
        .isGreaterThan(0.75 * records(usage, 10, "east"));
  }

  @Test
  void shouldLoseTheRecordsOfOneRegionInAnOutage() {
    List<Line> usage = usage(QUIET.with(new Incidents(Incidents.NEVER, 14)));
    assertThat((double) records(usage, 14, "north")).isLessThan(0.1 * records(usage, 7, "north"));
    assertThat((double) records(usage, 14, "south"))
        .isGreaterThan(0.75 * records(usage, 7, "south"));
  }

  @Test
  void shouldNameBoundAndValueOfAnImpossibleDay() {
    assertThatThrownBy(() -> new Incidents(-2, 0))
        .hasMessage("holidayFrom must be -1 to 3650 but was -2");
  }

  private static List<Line> usage(SimulationSettings settings) {
    return Sample.of(settings).lines(Feed.USAGE);
  }

  private static long records(List<Line> usage, int day, String region) {
    return usage.stream()
        .filter(line -> isOn(line, day) && region.equals(line.json().path("region").asText()))
        .count();
  }

  private static boolean isOn(Line line, int day) {
    return line.at() >= QUIET.startOf(day) && line.at() < QUIET.startOf(day + 1);
  }
}
