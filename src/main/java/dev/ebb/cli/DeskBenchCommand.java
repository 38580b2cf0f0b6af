package dev.ebb.cli;

import dev.ebb.load.DeskLoad;
import dev.ebb.load.LoadPlan;
import dev.ebb.load.LoadReport;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebb desk bench}: what a desk bears. */
@Command(
    name = "bench",
    description = {
      "Measures what a desk bears: how soon pages load and open screens hear of updates.",
      "It starts a Kafka, a PostgreSQL and a desk of its own, and fills it with open cases. Exits"
          + " with 1 where a bound is not met. Needs 2 GB of memory and 2 GB of disk."
    })
final class DeskBenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Output output;

  @Option(
      names = "--cases",
      defaultValue = "100000",
      paramLabel = "N",
      description = "Open cases, 100 to 1,000,000. Default: ${DEFAULT-VALUE}.")
  private int cases;

  @Option(
      names = "--requests",
      defaultValue = "4000",
      paramLabel = "N",
      description =
          "Pages that are timed, 10 to 1,000,000; as many warm up. Default: ${DEFAULT-VALUE}.")
  private int requests;

  @Option(
      names = "--browsers",
      defaultValue = "4",
      paramLabel = "N",
      description = "That ask at a time, 1 to 64. Default: ${DEFAULT-VALUE}.")
  private int browsers;

  @Option(
      names = "--viewers",
      defaultValue = "200",
      paramLabel = "N",
      description = "Open screens, 1 to 1,000. Default: ${DEFAULT-VALUE}.")
  private int viewers;

  @Option(
      names = "--updates",
      defaultValue = "50",
      paramLabel = "N",
      description = "A second, 1 to 1,000. Default: ${DEFAULT-VALUE}.")
  private int updates;

  @Option(
      names = "--live",
      defaultValue = "60s",
      paramLabel = "DURATION",
      description = "How long updates come, 1s to 1h. Default: ${DEFAULT-VALUE}.")
  private String live;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Another number, other cases. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws Exception {
    LoadPlan plan = plan();
    LoadReport report;
    Thread bench = Thread.currentThread();
    try (StopSignal stop = new StopSignal(bench::interrupt);
        StageProgress progress = new StageProgress(output)) {
      report = DeskLoad.run(plan, progress::at);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(output.json() ? report.json() : report.text());
    out.flush();
    return report.isMet() ? 0 : 1;
  }

  private LoadPlan plan() {
    Duration length = Durations.of(spec, "--live", live);
    try {
      return new LoadPlan(cases, requests, browsers, viewers, updates, length, seed);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }
}
