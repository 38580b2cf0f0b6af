package dev.ebb.backtest;

import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;
import dev.ebb.connect.FeedFile;
import dev.ebb.connect.LinesSink;
import dev.ebb.connect.SortedFeeds;
import dev.ebb.job.EarlyWarning;
import dev.ebb.job.JobCounts;
import dev.ebb.job.LedgerFact;
import dev.ebb.launch.FilePipeline;
import dev.ebb.launch.JobEnvironment;
import dev.ebb.launch.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Replays history through the very topology of the job and writes down what it would have said. */
public final class Backtest {
  private static final String SCORES_HEADER = "customerId,day,risk,signals";

  private final Settings settings;
  private final RuleSet rules;
  private final List<FeedFile> feeds;

  private final boolean withWindows;

  /**
   * @param withWindows whether every customer-day's windows are written as well
   */
  public Backtest(Settings settings, RuleSet rules, List<FeedFile> feeds, boolean withWindows) {
    this.settings = settings;
    this.rules = rules;
    this.feeds = List.copyOf(feeds);
    this.withWindows = withWindows;
  }

  /**
   * Runs to the end of the files.
   *
   * @param out gets {@code alerts.jsonl}, {@code withheld.jsonl}, {@code rejected.jsonl}, {@code
   *     scores.csv} and {@code summary.json}, on request {@code windows.csv}; made if it is new
   */
  public BacktestSummary run(Path out, SortedFeeds.Progress progress) throws Exception {
    Files.createDirectories(out);
    try (TemporaryFolder work = TemporaryFolder.create("ebb-backtest")) {
      SortedFeeds sorted = sort(work.path(), progress);
      JobExecutionResult result = replay(sorted, out);
      JobCounts counts = JobCounts.of(result.getAllAccumulatorResults(), FilePipeline.names(feeds));
      BacktestSummary summary = new BacktestSummary(counts, sorted.lines());
      Files.writeString(out.resolve("summary.json"), summary.json() + "\n");
      return summary;
    }
  }

  private SortedFeeds sort(Path work, SortedFeeds.Progress progress) throws IOException {
    return SortedFeeds.sort(
        feeds,
        new SortedFeeds.Settings(
            work,
            parallelism(),
            SortedFeeds.Settings.RUN_RECORDS,
            settings.time().maxWatermarkStep(),
            settings.zone()),
        progress);
  }

  private JobExecutionResult replay(SortedFeeds sorted, Path out) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            parallelism(), JobEnvironment.withoutCheckpoints(settings.runtime()));
    EarlyWarning.Outlets outlets = FilePipeline.define(env, settings, rules, feeds, sorted);
    outlets
        .alerts()
        .sinkTo(new LinesSink<>(out.resolve("alerts.jsonl"), null, Lines::ofCase))
        .setParallelism(1);
    outlets
        .withheld()
        .sinkTo(new LinesSink<>(out.resolve("withheld.jsonl"), null, Lines::ofCase))
        .setParallelism(1);
    outlets
        .rejected()
        .sinkTo(new LinesSink<>(out.resolve("rejected.jsonl"), null, Lines::ofRejected))
        .setParallelism(1);
    outlets
        .scores()
        .sinkTo(new LinesSink<>(out.resolve("scores.csv"), SCORES_HEADER, Lines::ofScore))
        .setParallelism(1);
    if (withWindows) {
      outlets
          .facts()
          .filter(fact -> fact.kind() == LedgerFact.Kind.CLOSED)
          .sinkTo(new LinesSink<>(out.resolve("windows.csv"), Windows.HEADER, Windows::of))
          .setParallelism(1);
    }
    return env.execute("Ebb backtest");
  }

  private int parallelism() {
    return settings.runtime().parallelism() > 0
        ? settings.runtime().parallelism()
        : Runtime.getRuntime().availableProcessors();
  }
}
