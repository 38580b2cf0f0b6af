package dev.ebb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.config.Settings;
import dev.ebb.desk.web.Browser;
import dev.ebb.job.JobCounts;
import dev.ebb.launch.FeedOption;
import dev.ebb.launch.Rules;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.StageChange;
import dev.ebb.risk.Stage;
import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationFiles;
import dev.ebb.simulate.SimulationSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(90).toNanos();
  private static final int CUSTOMERS = 100;
  private static final int DAYS = 90;
  private static final double A_DAY_IN_TEN_SECONDS = 8_640;

  @TempDir private Path folder;
  private final List<CaseMessage> alerts = new ArrayList<>();
  private final List<StageChange> stages = new ArrayList<>();

  @Test
  void shouldShowAlertsOfASimulationAndLeaveNothingBehind() throws Exception {
    SimulationSettings simulated = SimulationSettings.of(CUSTOMERS, DAYS, 1);
    DemoSummary summary;
    Path everything;
    try (DemoStage stage = DemoStage.start(quick(), 0)) {
      everything = stage.folder();
      assertThat(everything).isNotEmptyDirectory();
      stage.play(
          Rules.of(quick()),
          new Simulation(simulated),
          new FeedPump.Pace(simulated.startOf(DAYS - 1), A_DAY_IN_TEN_SECONDS, System::nanoTime));
      HttpResponse<String> door = new Browser(stage.openDesk(0).address()).get("/sign-in");
      assertThat(door.statusCode()).isEqualTo(200);
      assertThat(door.body()).contains("sign in as agent, agent2, lead or admin");
      summary =
          demo(stage)
              .run(orTimeIsOver(() -> hasCome(CaseState.WAITING) && hasCome(CaseState.CLEARED)));
    }
    assertThat(alerts)
        .allMatch(CaseMessage::isContactable)
        .extracting(CaseMessage::state)
        .contains(CaseState.OPEN, CaseState.CLAIMED, CaseState.WAITING, CaseState.CLEARED);
    assertThat(stages).extracting(StageChange::to).contains(Stage.CLIMAX, Stage.DECLINE);
    assertThat(summary.live().count() + summary.history().count()).isEqualTo(alerts.size());
    assertThat(summary.history().p50Millis()).isBetween(0L, summary.history().p99Millis());
    assertThat(summary.history().p99Millis()).isLessThan(Duration.ofMinutes(1).toMillis());
    assertThat(summary.json()).startsWith("{\"events\":").contains("\"latencyMillis\":{\"p50\":");
    assertThat(everything).doesNotExist();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("feeds");
  }

  @Test
  void shouldPlayFilesToTheirEnd() throws Exception {
    SimulationFiles files = new SimulationFiles(folder);
    Simulation simulation = new Simulation(SimulationSettings.of(20, 40, 1));
    files.write(simulation, written -> {});
    List<FeedOption> options =
        Simulation.FEEDS.stream()
            .map(feed -> FeedOption.parse(feed.label() + "=" + files.of(feed)))
            .toList();
    Settings settings = Settings.defaults();
    try (DemoStage stage = DemoStage.start(settings, 0)) {
      stage.play(Rules.of(settings), FeedOption.files(options, settings), (done, total) -> {});
      JobCounts counts = demo(stage).run(orTimeIsOver(() -> false)).counts();

      assertThat(stage.hasEnded()).isTrue();
      assertThat(counts.events() + counts.duplicates() + counts.rejected())
          .isEqualTo(simulation.totals().records());
      assertThat(counts.customers()).isEqualTo(20);
      assertThat(counts.bindings()).hasSize(Simulation.FEEDS.size());
    }
  }

  private boolean hasCome(CaseState state) {
    return alerts.stream().anyMatch(alert -> alert.state() == state);
  }

  private Demo demo(DemoStage stage) {
    return new Demo(
        stage,
        new Demo.View() {
          @Override
          public void alert(CaseMessage message) {
            alerts.add(message);
          }

          @Override
          public void stage(StageChange change) {
            stages.add(change);
          }

          @Override
          public void tick(JobCounts counts, double eventsPerSecond) {}
        },
        System::nanoTime);
  }

  private static BooleanSupplier orTimeIsOver(BooleanSupplier condition) {
    long startedAt = System.nanoTime();
    return () -> condition.getAsBoolean() || System.nanoTime() - startedAt > PATIENCE_NANOS;
  }

  private static Settings quick() {
    Settings settings = Settings.defaults();
    return settings.withLedger(settings.ledger().withClose(Duration.ofMinutes(10), Duration.ZERO));
  }
}
