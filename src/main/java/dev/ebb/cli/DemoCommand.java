package dev.ebb.cli;

import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;
import dev.ebb.connect.SortedFeeds;
import dev.ebb.demo.AlertLine;
import dev.ebb.demo.Demo;
import dev.ebb.demo.DemoDesk;
import dev.ebb.demo.DemoStage;
import dev.ebb.demo.DemoSummary;
import dev.ebb.demo.FeedPump;
import dev.ebb.demo.Language;
import dev.ebb.demo.Paint;
import dev.ebb.demo.StageLine;
import dev.ebb.launch.FeedOption;
import dev.ebb.launch.Rules;
import dev.ebb.retention.CaseTerms;
import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebb demo}: everything in one process, alerts on the terminal. */
@Command(
    name = "demo",
    description =
        "Shows everything in one process: Kafka, Flink, the job and a simulated operator. "
            + "History is fed fast, then time goes on at a set speed; alerts scroll by.")
final class DemoCommand implements Callable<Integer> {
  private static final int HISTORY_DAYS = 50;
  private static final int LIVE_DAYS = 130;

  private static final int MAX_PORT = 65_535;

  /** Nobody waits for a demo: days close sooner than in an operator's reality. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final Duration SPREAD = Duration.ofHours(1);

  /** Verdicts after 7 and 14 days instead of 30 and 90. */
  private static final CaseTerms TERMS =
      new CaseTerms(
          Duration.ofDays(7),
          Duration.ofDays(14),
          CaseTerms.DEFAULT.wrongSnooze(),
          CaseTerms.DEFAULT.silentDays());

  @Spec private CommandSpec spec;
  @Mixin private Output output;
  @Mixin private SettingsOptions settingsOptions;

  @Option(
      names = "--customers",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Simulated customers, 1 to 10,000,000. Default: ${DEFAULT-VALUE}.")
  private int customers;

  @Option(
      names = "--speed",
      defaultValue = "8640",
      paramLabel = "X",
      description =
          "Simulated seconds per second once history is fed, above 0. Default: "
              + "${DEFAULT-VALUE}, a day in ten seconds.")
  private double speed;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Another number, another population. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--port",
      defaultValue = "8081",
      paramLabel = "P",
      description = "Of Flink's web pages; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--desk-port",
      defaultValue = "8090",
      paramLabel = "P",
      description = "Of the retention desk; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int deskPort;

  @Option(names = "--no-desk", description = "Open no retention desk, and no PostgreSQL for it.")
  private boolean noDesk;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description =
          "Stop by itself when the job has run so long, for example 60s; without it, at "
              + "Ctrl-C.")
  private String stopAfter;

  @Option(
      names = "--feed",
      paramLabel = "KIND=FILE[@MAPPING]",
      description =
          "Feed files instead of the simulator, to their end; as in backtest. Repeatable.")
  private List<String> feeds = List.of();

  @Option(
      names = "--language",
      defaultValue = "en",
      paramLabel = "en|zh",
      description = "Language of the alerts. Default: ${DEFAULT-VALUE}.")
  private Language language;

  @Override
  public Integer call() throws Exception {
    Duration time = stopAfter == null ? null : Durations.of(spec, "--for", stopAfter);
    if (!(speed > 0)) {
      throw new ParameterException(spec.commandLine(), "--speed must be above 0 but was " + speed);
    }
    checkPort("--port", port);
    checkPort("--desk-port", deskPort);
    List<FeedOption> files = options();
    Settings settings = settingsOptions.settings();
    SimulationSettings population = population(settings);
    RuleSet rules = Rules.of(settings);
    try (StopSignal stop = new StopSignal()) {
      DemoSummary summary = play(settings, rules, files, population, time, stop);
      spec.commandLine().getOut().println(output.json() ? summary.json() : summary.text());
      return 0;
    }
  }

  private void checkPort(String option, int value) {
    if (value < 0 || value > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), option + " must be within 0 to " + MAX_PORT + " but was " + value);
    }
  }

  private DemoSummary play(
      Settings settings,
      RuleSet rules,
      List<FeedOption> files,
      SimulationSettings population,
      Duration time,
      StopSignal stop)
      throws Exception {
    Settings quick = files.isEmpty() ? quick(settings) : settings;
    say("starting Kafka and Flink");
    try (DemoStage stage = DemoStage.start(quick, port)) {
      say("Flink's web pages: " + stage.web() + "  Kafka: " + stage.bootstrapServers());
      if (files.isEmpty()) {
        say("simulated agents work the alerts; verdicts fall after 7 and 14 days, not 30 and 90");
        stage.play(rules, new Simulation(population), pace(population));
      } else {
        try (Progress progress = output.progress("records")) {
          stage.play(rules, FeedOption.files(files, settings), stoppable(progress, stop));
        }
      }
      if (!noDesk) {
        DemoDesk desk = stage.openDesk(deskPort);
        say("Retention desk: " + desk.address() + "  " + desk.hint());
      }
      long startedAt = System.nanoTime();
      BooleanSupplier isOver =
          () -> stop.isGiven() || (time != null && System.nanoTime() - startedAt >= time.toNanos());
      return new Demo(stage, view(settings), System::nanoTime).run(isOver);
    }
  }

  private static Settings quick(Settings settings) {
    return settings
        .withLedger(settings.ledger().withClose(GRACE, SPREAD))
        .withWatch(settings.watch().withTerms(TERMS));
  }

  /** Sorting large files takes long: Ctrl-C must end that too. */
  private static SortedFeeds.Progress stoppable(Progress progress, StopSignal stop) {
    return (records, share) -> {
      if (stop.isGiven()) {
        throw new CancellationException("stopped while the files were sorted");
      }
      progress.at(records, share);
    };
  }

  private Demo.View view(Settings settings) {
    Terminal terminal = Terminal.detected();
    Paint paint = new Paint(terminal.colour() && !output.json());
    return new DemoView(
        output.json() ? null : spec.commandLine().getOut(),
        terminal.out(),
        language,
        new AlertLine(language, settings.zone(), settings.watch().bands(), paint),
        new StageLine(language, settings.zone(), paint));
  }

  /** The span ends today: no simulated event lies in the future of the broker's clock. */
  private SimulationSettings population(Settings settings) {
    int days = HISTORY_DAYS + LIVE_DAYS;
    try {
      return SimulationSettings.of(customers, days, seed)
          .startingOn(LocalDate.now(settings.zone()).minusDays(days), settings.zone());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private FeedPump.Pace pace(SimulationSettings population) {
    return new FeedPump.Pace(population.startOf(HISTORY_DAYS), speed, System::nanoTime);
  }

  private void say(String text) {
    if (!output.json()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(text);
      out.flush();
    }
  }

  private List<FeedOption> options() {
    try {
      return feeds.stream().map(FeedOption::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
