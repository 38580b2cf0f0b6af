package dev.ebb.cli;

import dev.ebb.config.KafkaSettings;
import dev.ebb.config.Settings;
import dev.ebb.demo.FeedPump;
import dev.ebb.launch.KafkaCheck;
import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationFiles;
import dev.ebb.simulate.SimulationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebb simulate}: the feeds of a made-up operator, as files or into a Kafka. */
@Command(
    name = "simulate",
    description = {
      "Writes the feeds of a made-up operator, and who leaves in truth.csv.",
      "JSON lines go to a folder, with lookalikes.csv for those who only look like "
          + "leaving and joiners.csv for those who join again under another number; or to a "
          + "Kafka, history fast and then time at a set speed. Equal options, equal records."
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SimulationOptions options;
  @Mixin private Output output;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Target target;

  /** Where the feeds go. */
  static final class Target {
    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write to.")
    private Path out;

    @Option(
        names = "--kafka",
        paramLabel = "HOST:PORT",
        description = "Kafka to send to, into the topics of config/ebb.yaml.")
    private String kafka;
  }

  @Option(
      names = "--history",
      defaultValue = "60",
      paramLabel = "DAYS",
      description = "With --kafka: days that are sent as fast as they go. Default: 60.")
  private int historyDays;

  @Option(
      names = "--speed",
      defaultValue = "8640",
      paramLabel = "X",
      description = "With --kafka: simulated seconds per second after that. Default: 8640.")
  private double speed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SimulationSettings settings = settings();
    Simulation simulation = new Simulation(settings);
    if (target.kafka != null) {
      send(settings, simulation);
    } else {
      write(settings, simulation);
    }
    return 0;
  }

  private void write(SimulationSettings settings, Simulation simulation) throws IOException {
    try (Progress progress = output.progress("records")) {
      new SimulationFiles(target.out)
          .write(
              simulation,
              written -> progress.at(written, (simulation.daysMade() - 1.0) / settings.days()));
    }
    SimulationSummary summary = SimulationSummary.of(settings, simulation);
    spec.commandLine().getOut().println(output.json() ? summary.json() : summary.text(target.out));
  }

  private void send(SimulationSettings settings, Simulation simulation)
      throws InterruptedException {
    FeedPump.Pace pace = new FeedPump.Pace(settings.startOf(historyDays), speed, System::nanoTime);
    KafkaSettings kafka = Settings.defaults().kafka().at(target.kafka);
    KafkaCheck.of(kafka.bootstrapServers(), topics()).run();
    try (FeedPump pump =
            new FeedPump(kafka.bootstrapServers(), Settings.defaults().feeds(), simulation, pace);
        Progress progress = output.progress("records")) {
      pump.run(sent -> progress.at(sent, (simulation.daysMade() - 1.0) / settings.days()));
    }
    spec.commandLine()
        .getOut()
        .println("sent up to " + Instant.ofEpochMilli(settings.startOf(settings.days())));
  }

  private static List<String> topics() {
    return Simulation.FEEDS.stream()
        .flatMap(feed -> Settings.defaults().feeds().get(feed).topics().stream())
        .toList();
  }

  private SimulationSettings settings() {
    try {
      SimulationSettings settings = options.settings();
      return target.kafka == null ? settings : options.endingToday(settings);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
