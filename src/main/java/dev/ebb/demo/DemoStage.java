package dev.ebb.demo;

import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;
import dev.ebb.connect.FeedFile;
import dev.ebb.connect.SortedFeeds;
import dev.ebb.event.Feed;
import dev.ebb.job.JobCounts;
import dev.ebb.launch.FilePipeline;
import dev.ebb.launch.JobEnvironment;
import dev.ebb.launch.KafkaPipeline;
import dev.ebb.launch.TemporaryFolder;
import dev.ebb.retention.CaseMessage;
import dev.ebb.simulate.Simulation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The whole product in one process: a real Kafka, a real Flink with RocksDB and its web pages, and
 * the job. Everything lies in a temporary folder that is deleted at the end.
 */
public final class DemoStage implements AutoCloseable {
  private static final String JOB_NAME = "Ebb early warning";
  private static final int PARTITIONS = 2;

  private final TemporaryFolder folder;
  private final EmbeddedKafka kafka;
  private final EmbeddedFlink flink;
  private final Settings settings;
  private JobClient job;
  private List<String> bindings = List.of();
  private FeedPump pump;
  private DemoDesk desk;
  private Consumer<CaseMessage> agents = message -> {};
  private Thread pumping;
  private volatile RuntimeException pumpFailure;

  private DemoStage(
      TemporaryFolder folder, EmbeddedKafka kafka, EmbeddedFlink flink, Settings settings) {
    this.folder = folder;
    this.kafka = kafka;
    this.flink = flink;
    this.settings = settings.withKafka(settings.kafka().at(kafka.bootstrapServers()));
  }

  /**
   * Starts Kafka and Flink.
   *
   * @param port of Flink's web pages; 0 takes a free one
   */
  public static DemoStage start(Settings settings, int port) throws Exception {
    TemporaryFolder folder = TemporaryFolder.create("ebb-demo");
    EmbeddedKafka kafka = null;
    try {
      kafka = EmbeddedKafka.start(folder.path().resolve("kafka"));
      kafka.createTopics(DemoTopics.of(settings, PARTITIONS));
      EmbeddedFlink flink = EmbeddedFlink.start(folder.path().resolve("flink"), port, PARTITIONS);
      return new DemoStage(folder, kafka, flink, settings);
    } catch (Exception e) {
      if (kafka != null) {
        kafka.close();
      }
      folder.close();
      throw e;
    }
  }

  /** Where Flink's web pages are. */
  public URI web() {
    return flink.web();
  }

  /** Where Kafka is. */
  public String bootstrapServers() {
    return kafka.bootstrapServers();
  }

  /** Where everything lies until the end. */
  Path folder() {
    return folder.path();
  }

  /** Plays the job on simulated feeds. */
  public void play(RuleSet rules, Simulation simulation, FeedPump.Pace pace) throws Exception {
    StreamExecutionEnvironment env = environment();
    bindings = new KafkaPipeline(settings).build(env, rules);
    job = env.executeAsync(JOB_NAME);
    pump = new FeedPump(kafka.bootstrapServers(), settings.feeds(), simulation, pace);
    agents = new Agents(settings.feeds().get(Feed.OUTCOMES).topics().get(0), pump::send);
    pumping = new Thread(this::pump, "feeds");
    pumping.setDaemon(true);
    pumping.start();
  }

  /** Plays the job on files, to their end. */
  public void play(RuleSet rules, List<FeedFile> files, SortedFeeds.Progress progress)
      throws Exception {
    Path sorting = Files.createDirectory(folder.path().resolve("sorted"));
    SortedFeeds sorted =
        SortedFeeds.sort(
            files,
            new SortedFeeds.Settings(
                sorting,
                PARTITIONS,
                SortedFeeds.Settings.RUN_RECORDS,
                settings.time().maxWatermarkStep(),
                settings.zone()),
            progress);
    StreamExecutionEnvironment env = environment();
    new KafkaPipeline(settings).drain(FilePipeline.define(env, settings, rules, files, sorted));
    bindings = FilePipeline.names(files);
    job = env.executeAsync(JOB_NAME);
  }

  /** What the job has counted: up to about a second ago while it runs, all once it has ended. */
  public JobCounts counts() throws ExecutionException, InterruptedException {
    Map<String, Object> accumulators =
        hasEnded()
            ? job.getJobExecutionResult().get().getAllAccumulatorResults()
            : job.getAccumulators().get();
    return JobCounts.of(accumulators, bindings);
  }

  /** Whether the job has come to the end of its input; a job that failed throws. */
  public boolean hasEnded() throws ExecutionException, InterruptedException {
    if (pumpFailure != null) {
      throw pumpFailure;
    }
    JobStatus status = job.getJobStatus().get();
    if (status == JobStatus.FAILED) {
      job.getJobExecutionResult().get();
    }
    return status.isGloballyTerminalState();
  }

  /** A reader of all alerts. */
  AlertReader alerts() {
    return new AlertReader(reader(settings.topics().alerts()));
  }

  /** A reader of all stages. */
  StageReader stages() {
    return new StageReader(reader(settings.topics().stages()));
  }

  private TopicReader reader(String topic) {
    return new TopicReader(kafka.bootstrapServers(), topic);
  }

  /** Records of the history once it is sent; files are history to their end. */
  long historyRecords() {
    return pump == null ? LivePhase.UNKNOWN : pump.historyRecords();
  }

  /** Opens a retention desk on this stage's Kafka; it closes with the stage. */
  public DemoDesk openDesk(int deskPort) throws IOException {
    desk = DemoDesk.open(folder.path().resolve("desk"), settings, deskPort, this::now);
    return desk;
  }

  /** Simulated time; where files are played the time of the machine. */
  private Instant now() {
    return pump == null || pump.sentAt() == 0 ? Instant.now() : Instant.ofEpochMilli(pump.sentAt());
  }

  /** Who works the alerts; nobody where files are played. */
  Consumer<CaseMessage> agents() {
    return agents;
  }

  /** Stops everything and deletes the folder. */
  @Override
  public void close() throws Exception {
    if (desk != null) {
      desk.close();
    }
    if (pumping != null) {
      pumping.interrupt();
      pumping.join();
      pump.close();
    }
    if (job != null && !job.getJobStatus().get().isGloballyTerminalState()) {
      job.cancel().get();
    }
    flink.close();
    kafka.close();
    folder.close();
  }

  private StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env = flink.environment();
    env.configure(JobEnvironment.tuning(settings.runtime()));
    return env;
  }

  private void pump() {
    try {
      pump.run(sent -> {});
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      pumpFailure = e;
    }
  }
}
