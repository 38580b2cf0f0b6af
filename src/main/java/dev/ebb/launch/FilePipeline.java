package dev.ebb.launch;

import dev.ebb.codec.FeedBinding;
import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;
import dev.ebb.connect.FeedFile;
import dev.ebb.connect.SortedFeeds;
import dev.ebb.connect.SortedFileSource;
import dev.ebb.job.EarlyWarning;
import dev.ebb.job.FeedWatermarks;
import dev.ebb.job.JobPlan;
import dev.ebb.job.OperatorIds;
import dev.ebb.job.StreamTypes;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The same topology over files, which have been sorted by time. */
public final class FilePipeline {
  private static final String NAME = "sorted-files";

  private FilePipeline() {}

  /** Builds the topology; attach sinks to what is wanted. */
  public static EarlyWarning.Outlets define(
      StreamExecutionEnvironment env,
      Settings settings,
      RuleSet rules,
      List<FeedFile> files,
      SortedFeeds sorted) {
    JobPlan plan = JobPlan.of(settings, rules, names(files));
    return EarlyWarning.define(
        Map.of(
            NAME,
            env.fromSource(
                    new SortedFileSource(sorted),
                    FeedWatermarks.sorted(JobPlan.WATERMARK_STEP),
                    "Sorted files",
                    StreamTypes.DECODED)
                .setParallelism(sorted.files().size())
                .uid(OperatorIds.source(NAME))),
        sorted.lastDay() == null ? plan : plan.boundedBy(sorted.lastDay()));
  }

  /** Names of the files' bindings, by origin. */
  public static List<String> names(List<FeedFile> files) {
    return files.stream().map(FeedFile::binding).map(FeedBinding::name).toList();
  }
}
