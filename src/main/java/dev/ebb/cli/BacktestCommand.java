package dev.ebb.cli;

import dev.ebb.backtest.Backtest;
import dev.ebb.backtest.BacktestSummary;
import dev.ebb.config.Settings;
import dev.ebb.launch.FeedOption;
import dev.ebb.launch.Rules;
import dev.ebb.retention.ContactPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebb backtest}: what the job would have said of history. */
@Command(
    name = "backtest",
    description = {
      "Replays files through the job's own topology, to their end.",
      "Writes alerts, withheld, stages, exits, kpis and rejected as .jsonl, scores.csv and "
          + "summary.json."
    })
final class BacktestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Output output;
  @Mixin private SettingsOptions settingsOptions;

  @Option(
      names = "--feed",
      required = true,
      paramLabel = "KIND=FILE[@MAPPING]",
      description =
          "A file and what it holds: usage, spend, customers, care or outcomes; canonical "
              + "JSON lines, or whatever the mapping file says. Repeatable; one file may be "
              + "read by several mappings.")
  private List<String> feeds;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "Who left: CSV customerId,leftAt[,cause], leftAt being a date or an RFC 3339 "
              + "time; or who only looked like it: customerId,kind. Adds measures to "
              + "summary.json and writes measures.md. Repeatable.")
  private List<Path> truths = List.of();

  @Option(
      names = "--windows",
      description =
          "Write windows.csv too: for each customer and closed day the sums of the last 7 "
              + "days and of the 28 days before them, by measure.")
  private boolean windows;

  @Option(
      names = "--policy",
      description =
          "Keep the settings' policy: hold-out, value gate, contact cap, cool-down, one "
              + "call per household. Without it only the law and opt-outs withhold a case, so "
              + "that alerts.jsonl and its measures are those of the rules.")
  private boolean policy;

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    Backtest backtest =
        new Backtest(
            settings,
            Rules.of(settings),
            FeedOption.files(options(), settings),
            new Backtest.Extras(windows, truths));
    BacktestSummary summary;
    try (Progress progress = output.progress("records")) {
      summary = backtest.run(out, progress::at);
    }
    spec.commandLine().getOut().println(output.json() ? summary.json() : summary.text(out));
    return 0;
  }

  private Settings settings() {
    Settings settings = settingsOptions.settings();
    return policy ? settings : settings.withWatch(settings.watch().withPolicy(ContactPolicy.OPEN));
  }

  private List<FeedOption> options() {
    try {
      return feeds.stream().map(FeedOption::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
