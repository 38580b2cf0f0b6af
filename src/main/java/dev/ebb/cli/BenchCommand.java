package dev.ebb.cli;

import dev.ebb.bench.Bench;
import dev.ebb.bench.BenchReport;
import dev.ebb.bench.BenchSettings;
import dev.ebb.bench.Contender;
import dev.ebb.bench.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebb bench}: the job against its cheapest possible step and its rivals. */
@Command(
    name = "bench",
    description = {
      "Measures the job: how fast it reads a topic to its end, in turns with the cheapest possible"
          + " step and with what else one could use.",
      "Starts a broker of its own; each contender runs in a fresh JVM. Leave the machine alone"
          + " meanwhile. What is compared, and what that means: docs/benchmarks.md."
    })
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Output output;

  @Option(
      names = "--contenders",
      split = ",",
      defaultValue = "parse,floor,ebb,kafka-streams,map-per-day,flink-sql,sliding-windows",
      paramLabel = "NAME",
      description = "Who runs, in the order of the turns. Default: ${DEFAULT-VALUE}.")
  private List<String> contenders;

  @Option(
      names = "--events",
      defaultValue = "4000000",
      paramLabel = "N",
      description = "Records in the topic, 1,000 to 1,000,000,000. Default: ${DEFAULT-VALUE}.")
  private long events;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = {
        "10 to 100,000,000. Each has 20 events a day, so fewer customers make more days.",
        "Default: 50000, whose 4,000,000 events are 4 days."
      })
  private Integer customers;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = {
        "How many days the events span, 1 to 1,000, instead of --customers: there are as many",
        "customers as they suffice for. Nobody is found to fall within 35 days; 91 fill the ring."
      })
  private Integer days;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      paramLabel = "N",
      description = "Turns of each contender, 1 to 100. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--warm-up",
      defaultValue = "25",
      paramLabel = "PERCENT",
      description = {
        "So many of the records are read before anything is measured, 0 to 90: a fresh JVM still",
        "interprets and compiles. At most a third of the limit. Default: ${DEFAULT-VALUE}."
      })
  private int warmUp;

  @Option(
      names = "--limit",
      defaultValue = "3min",
      paramLabel = "DURATION",
      description = {
        "A contender that takes longer is measured up to there, 1 s to 1 d.",
        "Default: ${DEFAULT-VALUE}."
      })
  private String limit;

  @Option(
      names = "--recordings",
      paramLabel = "DIR",
      description = "Write a flight recording of each run there; costs a little.")
  private Path recordings;

  @Override
  public Integer call() throws Exception {
    BenchSettings settings = settings();
    String home = System.getProperty("ebb.home", "");
    BenchReport report =
        new Bench(settings, Path.of(home, "target", "bench"), new Onlooker()).run();
    spec.commandLine().getOut().println(output.json() ? report.json() : report.text());
    return 0;
  }

  private BenchSettings settings() {
    Duration time = Durations.of(spec, "--limit", limit);
    try {
      return new BenchSettings(
          Contender.parse(contenders), events, customers(), rounds, warmUp, time, recordings);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private int customers() {
    if (days == null) {
      return customers == null ? 50_000 : customers;
    }
    if (customers != null) {
      throw wrong("--customers and --days cannot both be given: either follows from --events");
    }
    return BenchSettings.customersFor(events, days);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Shows how far it is: each stage has a line of its own. */
  private final class Onlooker implements Bench.Watcher {
    private final StageProgress progress = new StageProgress(output);

    @Override
    public void loaded(long records, long of) {
      progress.at("records loaded", records, of);
    }

    @Override
    public void at(int round, Contender contender, long records, long of) {
      progress.at("records, " + contender.label() + " in round " + round, records, of);
    }

    @Override
    public void ended(int round, Contender contender, Run run) {
      progress.close();
      if (!output.json()) {
        String line =
            String.format(
                Locale.ROOT,
                "round %d, %s: %,.0f events/s, %.2f us of CPU each",
                round,
                contender.label(),
                run.recordsPerSecond(),
                run.cpuMicrosPerRecord());
        spec.commandLine().getErr().println(line);
      }
    }
  }
}
