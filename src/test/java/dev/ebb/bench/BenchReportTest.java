package dev.ebb.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchReportTest {
  private static final BenchSettings SETTINGS =
      new BenchSettings(
          List.of(Contender.FLOOR, Contender.EBB), 1_000, 10, 3, 25, Duration.ofMinutes(1), null);

  /** In the second round something else was at work: both were slow. */
  private final BenchReport report =
      new BenchReport(
          SETTINGS, Machine.here(), List.of(round(100, 90), round(10, 12), round(120, 120)));

  BenchReportTest() throws IOException {}

  @Test
  void shouldCompareRoundByRound() {
    Spread ratio = report.ratio(Contender.EBB, Contender.FLOOR);
    assertThat(ratio).isEqualTo(new Spread(1.0, 0.9, 1.2));
  }

  @Test
  void shouldCompareNobodyWhoWasCutOff() throws IOException {
    BenchReport.Round cut =
        new BenchReport.Round(
            0.5, List.of(run(Contender.FLOOR, 100, true), run(Contender.EBB, 400, false)));
    assertThat(new BenchReport(SETTINGS, Machine.here(), List.of(round(100, 90), cut)))
        .extracting(it -> it.ratio(Contender.EBB, Contender.FLOOR))
        .isEqualTo(new Spread(0.9, 0.9, 0.9));

    BenchReport none = new BenchReport(SETTINGS, Machine.here(), List.of(cut));
    assertThat(none.text()).contains("ebb *", "ebb to floor: -", "* cut off at the limit, 60 s");
    JsonNode ebb = new ObjectMapper().readTree(none.json()).at("/contenders/ebb");
    assertThat(ebb.at("/complete").asBoolean()).isFalse();
    assertThat(ebb.at("/ratioToFloor").isNull()).isTrue();
  }

  @Test
  void shouldTellHowManyDaysThereAre() throws IOException {
    assertThat(report.text())
        .contains(
            "1,000 events, the first 25 % not measured, of 10 customers over 5.0 days",
            "Nobody has 35 days");
    assertThat(new ObjectMapper().readTree(report.json()).at("/days").asDouble()).isEqualTo(5);
    assertThat(BenchSettings.customersFor(4_000_000, 91)).isEqualTo(2_197);
    assertThatThrownBy(() -> BenchSettings.customersFor(4_000_000, 0))
        .hasMessage("days must be 1 to 1,000 but was 0");
  }

  @Test
  void shouldTellTheMedianOfAllRounds() {
    assertThat(report.spread(Contender.EBB, Run::recordsPerSecond))
        .isEqualTo(new Spread(90, 12, 120));
  }

  @Test
  void shouldTakeTheMiddleOfAnEvenNumberOfRounds() {
    assertThat(Spread.of(List.of(1.0, 4.0, 2.0, 100.0)).median()).isCloseTo(3, within(1e-9));
  }

  @Test
  void shouldBeReadableForPrograms() throws IOException {
    JsonNode json = new ObjectMapper().readTree(report.json());
    JsonNode ebb = json.at("/contenders/ebb");
    assertThat(ebb.at("/eventsPerSecond/median").asDouble()).isEqualTo(90);
    assertThat(ebb.at("/ratioToFloor/max").asDouble()).isEqualTo(1.2);
    assertThat(ebb.at("/stateBytesPerCustomer").asLong()).isEqualTo(50);
    assertThat(ebb.at("/peakRssMiB").asLong()).isEqualTo(900);
    assertThat(json.at("/machine/cores").asInt()).isPositive();
    assertThat(json.at("/rounds").asInt()).isEqualTo(3);
  }

  @Test
  void shouldSayWhatEachContenderDoesNot() {
    assertThat(report.text())
        .contains("ebb to floor: 1.00 (0.90-1.20)")
        .contains(Contender.FLOOR.does());
  }

  @Test
  void shouldRefuseAnUnknownContender() {
    assertThatThrownBy(() -> Contender.parse(List.of("floor", "spark")))
        .hasMessageContaining("contenders must be among parse, floor, ebb")
        .hasMessageEndingWith("but one was spark");
  }

  @Test
  void shouldNameTheBoundThatIsNotMet() {
    assertThatThrownBy(
            () ->
                new BenchSettings(
                    List.of(Contender.EBB), 999, 10, 1, 25, Duration.ofMinutes(1), null))
        .hasMessage("events must be 1,000 to 1,000,000,000 but was 999");
    assertThatThrownBy(
            () ->
                new BenchSettings(
                    List.of(Contender.EBB), 1_000, 10, 1, 91, Duration.ofMinutes(1), null))
        .hasMessage("warm-up must be 0 to 90 but was 91");
  }

  private static BenchReport.Round round(long floor, long ebb) {
    return new BenchReport.Round(
        0.5, List.of(run(Contender.FLOOR, floor), run(Contender.EBB, ebb)));
  }

  private static Run run(Contender contender, long records) {
    return run(contender, records, true);
  }

  private static Run run(Contender contender, long records, boolean complete) {
    return new Run(
        contender.label(),
        records,
        records,
        1,
        1,
        complete,
        500,
        900,
        Run.Checkpoints.NONE,
        Map.of());
  }
}
