package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Feed;
import dev.ebb.simulate.Population.Leaver;
import dev.ebb.simulate.Sample.Line;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeaversTest {

  private static final int CUSTOMERS = 480;
  private static final int DAYS = 120;
  private static final SimulationSettings SETTINGS =
      SimulationSettings.of(CUSTOMERS, DAYS, 11).with(Dirt.NONE).withShares(0.5, 0.4);
  private static final Sample SAMPLE = Sample.of(SETTINGS);
  private static final List<Line> USAGE = SAMPLE.lines(Feed.USAGE);
  private static final List<Line> SPEND = SAMPLE.lines(Feed.SPEND);
  private static final List<Line> CARE = SAMPLE.lines(Feed.CARE);
  private static final Map<String, List<Line>> USAGE_OF = byCustomer(USAGE);
  private static final Map<String, List<Line>> SPEND_OF = byCustomer(SPEND);
  private static final Set<String> OWN = Set.of("voice-out", "sms-out", "data", "topup");

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"CLOSE_CONTACT_LEFT", "JOINS_AGAIN"},
      mode = EnumSource.Mode.EXCLUDE)
  void shouldHaveLeaversOfEachCause(Cause cause) {
    assertThat(SAMPLE.leavers(cause)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = LookAlike.class, names = "FIRST_LINE", mode = EnumSource.Mode.EXCLUDE)
  void shouldHaveLookAlikesOfEachKind(LookAlike kind) {
    assertThat(SAMPLE.simulation().population().lookAlikes())
        .anyMatch(stayer -> stayer.kind() == kind);
  }

  @Test
  void shouldLeaveInTheSharesAskedFor() {
    Population usual = new Simulation(SimulationSettings.of(20_000, DAYS, 5)).population();
    assertThat(usual.leavers().size() / 20_000.0).isCloseTo(0.083, within(0.006));
    assertThat(usual.lookAlikes().size() / 20_000.0).isCloseTo(0.097, within(0.007));
  }

  @Test
  void shouldLeaveAllOverTheSpanOnceSettled() {
    List<Long> days =
        SAMPLE.simulation().population().leavers().stream().map(LeaversTest::dayOf).toList();
    assertThat(days)
        .allMatch(day -> day >= SimulationSettings.SETTLED_DAYS && day < DAYS)
        .anyMatch(day -> day < 60)
        .anyMatch(day -> day > 105);
  }

  @Test
  void shouldDoNothingAfterLeaving() {
    Map<String, Long> leftAt = new HashMap<>();
    SAMPLE
        .simulation()
        .population()
        .leavers()
        .forEach(leaver -> leftAt.put(leaver.customerId(), leaver.leftAt().toEpochMilli()));
    assertThat(USAGE)
        .allMatch(line -> line.at() < leftAt.getOrDefault(line.customerId(), Long.MAX_VALUE));
    assertThat(SPEND)
        .allMatch(line -> line.at() < leftAt.getOrDefault(line.customerId(), Long.MAX_VALUE));
  }

  @Test
  void shouldSeeThoseWhoStayToTheEnd() {
    Set<String> gone =
        SAMPLE.simulation().population().leavers().stream()
            .map(Leaver::customerId)
            .collect(Collectors.toSet());
    long lastFortnight = SETTINGS.startOf(DAYS - 14);
    Set<String> active =
        USAGE.stream()
            .filter(line -> line.at() >= lastFortnight && OWN.contains(line.kind()))
            .map(Line::customerId)
            .collect(Collectors.toSet());
    int staying = CUSTOMERS - gone.size();
    assertThat(active.stream().filter(id -> !gone.contains(id)).count())
        .isGreaterThan(staying * 9 / 10);
  }

  @Test
  void shouldFadeSlowlyBeforeLeaving() {
    assertThat(weekBeforeAgainstHabit(Cause.SLOW_FADE, "voice-out")).isLessThan(0.4);
    assertThat(weekBeforeAgainstHabit(Cause.SUDDEN_STOP, "voice-out")).isBetween(0.75, 1.25);
  }

  @Test
  void shouldStillBeCalledWithASecondSim() {
    assertThat(weekBeforeAgainstHabit(Cause.SECOND_SIM, "voice-out")).isLessThan(0.5);
    assertThat(weekBeforeAgainstHabit(Cause.SECOND_SIM, "voice-in")).isBetween(0.75, 1.25);
  }

  @Test
  void shouldTopUpEverMoreRarely() {
    double expected = 0;
    double seen = 0;
    for (Leaver leaver : SAMPLE.leavers(Cause.QUIET_TOPUPS)) {
      long day = dayOf(leaver);
      expected += topups(leaver, 0, day - 60) / (double) (day - 60 + 1) * 30;
      seen += topups(leaver, day - 30, day);
    }
    assertThat(seen).isLessThan(expected * 0.75);
  }

  @Test
  void shouldLeaveAfterTheirDiscountEnded() {
    for (Leaver leaver : SAMPLE.leavers(Cause.PLAN_LAPSE)) {
      List<Line> profiles = SAMPLE.lines(Feed.CUSTOMERS, leaver.customerId());
      String endsOn = profiles.get(0).json().at("/agreements/0/endsOn").asText();
      assertThat(endsOn).isLessThan(SETTINGS.start().plusDays(dayOf(leaver)).toString());
      assertThat(profiles.get(1).json().get("status").asText()).isEqualTo("left");
    }
  }

  @Test
  void shouldClimbTheLadderOfPortingOut() {
    for (Leaver leaver : SAMPLE.leavers(Cause.PORT_OUT)) {
      assertThat(careOf(leaver))
          .containsSubsequence("port-out-enquiry", "port-out-request", "ported-out")
          .endsWith("ported-out");
    }
  }

  @Test
  void shouldComplainBeforeCancelling() {
    for (Leaver leaver : SAMPLE.leavers(Cause.COMPLAINT)) {
      assertThat(careOf(leaver))
          .containsSubsequence("complaint", "complaint", "cancelled")
          .endsWith("cancelled");
    }
  }

  @Test
  void shouldRenewBeforeTheEnd() {
    SAMPLE.simulation().population().lookAlikes().stream()
        .filter(stayer -> stayer.kind() == LookAlike.RENEWED)
        .forEach(
            stayer -> {
              List<Line> profiles = SAMPLE.lines(Feed.CUSTOMERS, stayer.customerId());
              String endsOn = profiles.get(0).json().at("/agreements/0/endsOn").asText();
              assertThat(profiles.get(1).json().get("at").asText()).isLessThan(endsOn);
              assertThat(profiles.get(1).json().at("/agreements/0/endsOn").asText())
                  .isGreaterThan(endsOn);
            });
  }

  private static List<String> careOf(Leaver leaver) {
    return CARE.stream()
        .filter(line -> line.customerId().equals(leaver.customerId()))
        .map(Line::kind)
        .toList();
  }

  /** Amount per day in the last 7 days against the days up to the 36th, over all such leavers. */
  private static double weekBeforeAgainstHabit(Cause cause, String kind) {
    double week = 0;
    double habit = 0;
    for (Leaver leaver : SAMPLE.leavers(cause)) {
      long day = dayOf(leaver);
      week += sum(leaver, kind, day - 7, day - 1) / 7.0;
      habit += sum(leaver, kind, 0, 35) / 36.0;
    }
    return week / habit;
  }

  private static Map<String, List<Line>> byCustomer(List<Line> lines) {
    return lines.stream().collect(Collectors.groupingBy(Line::customerId));
  }

  private static long sum(Leaver leaver, String kind, long from, long to) {
    return USAGE_OF.get(leaver.customerId()).stream()
        .filter(line -> isOf(line, kind, from, to))
        .mapToLong(Line::amount)
        .sum();
  }

  private static long topups(Leaver leaver, long from, long to) {
    return SPEND_OF.get(leaver.customerId()).stream()
        .filter(line -> isOf(line, "topup", from, to))
        .count();
  }

  private static boolean isOf(Line line, String kind, long from, long to) {
    return line.kind().equals(kind)
        && line.at() >= SETTINGS.startOf((int) from)
        && line.at() < SETTINGS.startOf((int) to + 1);
  }

  private static long dayOf(Leaver leaver) {
    return Duration.ofMillis(leaver.leftAt().toEpochMilli() - SETTINGS.startOf(0)).toDays();
  }
}
