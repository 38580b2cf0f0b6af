package dev.ebb.backtest;

import dev.ebb.codec.Dispatch;
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
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Replays history through the very topology of the job and writes down what it would have said. */
public final class Backtest {
  private static final String MEASURES = "measures.md";
  private static final String WINDOWS = "windows.csv";
  private static final String JUDGED = "judged.csv";
  private static final String ALARMS = "alarms.csv";
  private static final String SCORES_HEADER = "customerId,day,risk,signals";

  private final Settings settings;
  private final RuleSet rules;
  private final List<FeedFile> feeds;

  private final Extras extras;

  /**
   * What is wanted besides the replay.
   *
   * @param withWindows whether every customer-day's windows are written as well
   * @param truths files that say who left, to measure by; with none there are no measures
   */
  public record Extras(boolean withWindows, List<Path> truths) {
    /** Nothing. */
    public static final Extras NONE = new Extras(false, List.of());

    public Extras {
      truths = List.copyOf(truths);
    }
  }

  public Backtest(Settings settings, RuleSet rules, List<FeedFile> feeds, Extras extras) {
    this.settings = settings;
    this.rules = rules;
    this.feeds = List.copyOf(feeds);
    this.extras = extras;
  }

  /**
   * Runs to the end of the files.
   *
   * @param out gets {@code alerts.jsonl}, {@code withheld.jsonl}, {@code stages.jsonl}, {@code
   *     exits.jsonl}, {@code kpis.jsonl}, {@code rejected.jsonl}, {@code scores.csv} and {@code
   *     summary.json}, on request {@code windows.csv}, where a truth is given {@code measures.md};
   *     made if it is new
   */
  public BacktestSummary run(Path out, SortedFeeds.Progress progress) throws Exception {
    Truth truth = extras.truths().isEmpty() ? null : Truth.read(extras.truths(), settings.zone());
    Files.createDirectories(out);
    for (String onRequest : List.of(WINDOWS, MEASURES)) {
      Files.deleteIfExists(out.resolve(onRequest));
    }
    try (TemporaryFolder work = TemporaryFolder.create("ebb-backtest")) {
      SortedFeeds sorted = sort(work.path(), progress);
      JobExecutionResult result = replay(sorted, out, work.path());
      JobCounts counts = JobCounts.of(result.getAllAccumulatorResults(), FilePipeline.names(feeds));
      Measures measures = truth == null ? null : measure(truth, sorted, work.path());
      BacktestSummary summary = new BacktestSummary(counts, sorted.lines(), measures);
      if (measures != null) {
        Files.writeString(out.resolve(MEASURES), new MeasuresReport(measures).markdown());
      }
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

  private static Measures measure(Truth truth, SortedFeeds sorted, Path work) throws IOException {
    int lastDay = sorted.lastDay() == null ? Integer.MIN_VALUE : sorted.lastDay();
    Measuring measuring = new Measuring(truth, lastDay);
    measuring.readDays(work.resolve(JUDGED));
    measuring.readAlarms(work.resolve(ALARMS));
    return measuring.result();
  }

  private JobExecutionResult replay(SortedFeeds sorted, Path out, Path work) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            parallelism(), JobEnvironment.withoutCheckpoints(settings.runtime()));
    EarlyWarning.Outlets outlets = FilePipeline.define(env, settings, rules, feeds, sorted);
    write(outlets.alerts(), out.resolve("alerts.jsonl"), null, Places::ofCase, Lines::ofCase);
    write(outlets.withheld(), out.resolve("withheld.jsonl"), null, Places::ofCase, Lines::ofCase);
    write(
        outlets.stages(),
        out.resolve("stages.jsonl"),
        null,
        Places::ofCompacted,
        Lines::ofCompacted);
    write(
        outlets.exits(), out.resolve("exits.jsonl"), null, Places::ofCompacted, Lines::ofCompacted);
    write(outlets.kpis(), out.resolve("kpis.jsonl"), null, Places::ofCompacted, Lines::ofCompacted);
    write(
        outlets.rejected(),
        out.resolve("rejected.jsonl"),
        null,
        Places::ofRejected,
        Lines::ofRejected);
    write(
        outlets.scores(),
        out.resolve("scores.csv"),
        SCORES_HEADER,
        Places::ofScore,
        Lines::ofScore);
    if (!extras.truths().isEmpty()) {
      ZoneId zone = settings.zone();
      DataStream<Dispatch> news = outlets.alerts().filter(Alarm::isNews);
      write(news, work.resolve(ALARMS), null, Places::ofCase, it -> Alarm.line(it, zone));
      write(outlets.scores(), work.resolve(JUDGED), null, Places::ofScore, Lines::ofJudged);
    }
    if (extras.withWindows()) {
      DataStream<LedgerFact> days =
          outlets.facts().filter(fact -> fact.kind() == LedgerFact.Kind.CLOSED);
      write(days, out.resolve(WINDOWS), Windows.HEADER, Places::ofFact, Windows::of);
    }
    return env.execute("Ebb backtest");
  }

  private static <T> void write(
      DataStream<T> stream,
      Path file,
      String header,
      LinesSink.Line<T> place,
      LinesSink.Line<T> line) {
    stream.sinkTo(new LinesSink<>(file, header, place, line)).setParallelism(1);
  }

  private int parallelism() {
    return settings.runtime().parallelism() > 0
        ? settings.runtime().parallelism()
        : Runtime.getRuntime().availableProcessors();
  }
}
