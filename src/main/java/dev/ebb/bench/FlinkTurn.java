package dev.ebb.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.job.JobCounts;
import dev.ebb.launch.JobEnvironment;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a Flink job to the end of the topic, on a cluster in this process. */
final class FlinkTurn {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_MINUTES = 5;
  private static final long LOOK_MILLIS = 5;

  private final Turn turn;

  FlinkTurn(Turn turn) {
    this.turn = turn;
  }

  Run run(LongConsumer progress) throws Exception {
    Settings settings = turn.settings();
    Configuration odometer = new Configuration();
    odometer.setString("metrics.reporter.odometer.factory.class", Odometer.Factory.class.getName());
    try (EmbeddedFlink flink =
        EmbeddedFlink.start(turn.folder().resolve("flink"), 0, Bench.PARALLELISM, odometer)) {
      StreamExecutionEnvironment env = flink.environment();
      env.configure(JobEnvironment.tuning(settings.runtime()));
      String last = FlinkContender.of(turn.contender()).build(env, settings);
      JobClient job = env.executeAsync(turn.contender().label());
      Stopwatch.Span span =
          new Stopwatch(() -> Odometer.records(last), () -> checkRunning(job))
              .measure(turn.warmUp(), turn.records(), turn.limit(), progress);
      if (span.complete() && turn.contender() == Contender.EBB) {
        awaitCloses(job);
      }
      Run.Checkpoints checkpoints = checkpoints(flink, job);
      long stateBytes = span.complete() ? savepointBytes(job) : 0;
      end(job);
      return Run.of(turn.contender(), span, stateBytes, checkpoints, counts(job));
    }
  }

  /** What the closes bring about comes after the last record; the last day is not closed. */
  private void awaitCloses(JobClient job) throws Exception {
    while (Odometer.watermark(EbbJob.JUDGE) < turn.lastDayAt()) {
      checkRunning(job);
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** A running job's counts are as old as the last heartbeat; an ended one's are all there. */
  private static void end(JobClient job) throws Exception {
    job.cancel().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    job.getJobExecutionResult()
        .handle((result, cancelled) -> result)
        .get(PATIENCE_MINUTES, TimeUnit.MINUTES);
  }

  private static void checkRunning(JobClient job) throws Exception {
    if (job.getJobStatus().get() == JobStatus.FAILED) {
      job.getJobExecutionResult().get();
    }
  }

  private long savepointBytes(JobClient job) throws Exception {
    if (turn.contender() == Contender.PARSE) {
      return 0;
    }
    Path folder = turn.folder().resolve("savepoint");
    job.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL)
        .get(PATIENCE_MINUTES, TimeUnit.MINUTES);
    return Turn.bytes(folder);
  }

  private static Run.Checkpoints checkpoints(EmbeddedFlink flink, JobClient job) throws Exception {
    JsonNode all =
        JSON.readTree(flink.web().resolve("/jobs/" + job.getJobID() + "/checkpoints").toURL());
    JsonNode duration = all.at("/summary/end_to_end_duration");
    return new Run.Checkpoints(
        all.at("/counts/completed").asLong(),
        duration.path("p50").asLong(),
        duration.path("max").asLong(),
        all.at("/latest/completed/state_size").asLong());
  }

  /** What Ebb counted; the others count nothing. */
  private static Map<String, Long> counts(JobClient job) throws Exception {
    JobCounts counts = JobCounts.of(job.getAccumulators().get(), EbbJob.FEEDS);
    Map<String, Long> named = new TreeMap<>();
    if (counts.events() > 0) {
      named.put("events", counts.events());
      named.put("duplicates", counts.duplicates());
      named.put("rejected", counts.rejected());
      named.put("customers", counts.customers());
      named.put("alerts", counts.alerts());
      named.put("withheld", counts.withheld());
    }
    return named;
  }
}
