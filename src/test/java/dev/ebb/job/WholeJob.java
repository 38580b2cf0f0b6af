package dev.ebb.job;

import dev.ebb.cluster.KafkaBroker;
import dev.ebb.codec.Decoded;
import dev.ebb.codec.FeedBinding;
import dev.ebb.connect.FeedsToOffsets;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.event.Feed;
import dev.ebb.simulate.FeedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** One run of the whole job over records that were written to a broker, in the order given. */
final class WholeJob {
  private static final int PARTITIONS = 4;
  private static final Duration MAX_DISORDER = Duration.ofMinutes(5);

  /** A slow machine is not an idle partition. */
  private static final Duration NEVER_IDLE = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final KafkaBroker kafka;
  private final EmbeddedFlink flink;
  private final JobPlan plan;
  private final String run;
  private final List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
  private final Map<Feed, String> topics = new EnumMap<>(Feed.class);
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final int profiles;
  private final RuleTopic rules;
  final Recording recording;
  private JobClient running;

  WholeJob(KafkaBroker kafka, EmbeddedFlink flink, JobPlan plan, List<FeedRecord> records) {
    this(kafka, flink, plan, records, null);
  }

  /** The same with rules that are published while it runs. */
  WholeJob(
      KafkaBroker kafka,
      EmbeddedFlink flink,
      JobPlan plan,
      List<FeedRecord> records,
      RuleTopic rules) {
    this.kafka = kafka;
    this.flink = flink;
    this.plan = plan;
    this.run = kafka.prefix();
    this.rules = rules;
    for (Feed feed : Feed.values()) {
      String topic = kafka.create(feed.label(), PARTITIONS);
      topics.put(feed, topic);
      for (int partition = 0; partition <= PARTITIONS; partition++) {
        ends.put(new TopicPartition(topic, partition), 0L);
      }
    }
    records.stream().filter(WholeJob::isProfile).forEach(this::address);
    this.profiles = messages.size();
    this.recording = Recording.start(run);
    records.stream().filter(record -> !isProfile(record)).forEach(this::address);
  }

  private static boolean isProfile(FeedRecord record) {
    return record.feed() == Feed.CUSTOMERS;
  }

  /** Records carry the time at which they were sent as their Kafka timestamp. */
  private void address(FeedRecord record) {
    String topic = topics.get(record.feed());
    int partition = Math.floorMod(Arrays.hashCode(record.key()), PARTITIONS);
    ends.merge(new TopicPartition(topic, partition), 1L, Long::sum);
    messages.add(
        new ProducerRecord<>(topic, partition, record.emittedAt(), record.key(), record.value()));
  }

  /** Writes everything and reads it to the end. */
  Recording run(int parallelism) throws Exception {
    JobClient job = submit(flink.environment(), parallelism);
    stopUnless(job, () -> write(messages.size()));
    finish(job);
    return recording;
  }

  /**
   * Stops with a savepoint when half of the records are read, and goes on with the other half. A
   * bounded Kafka source that was restored finishes only if it finds a new partition, so each topic
   * gets one, which is empty.
   */
  Recording runWithSavepoint(int before, int after) throws Exception {
    int half = messages.size() / 2;
    JobClient first = submit(flink.environment(), before);
    String savepoint = stopUnless(first, () -> stopAt(half, first));
    kafka.clients().produceBytes(messages.subList(half, messages.size()));
    addPartitions();
    finish(submit(flink.environmentFrom(savepoint), after));
    return recording;
  }

  /** Starts it, from this savepoint unless it is null, and does these things while it runs. */
  void whileRunning(String savepoint, int parallelism, Callable<Void> deeds) throws Exception {
    running =
        submit(
            savepoint == null ? flink.environment() : flink.environmentFrom(savepoint),
            parallelism);
    stopUnless(running, deeds);
  }

  /** Sends the records from one share of all to another, profiles first of all. */
  void send(double from, double to) {
    if (from == 0) {
      write(at(to));
    } else {
      kafka.clients().produceBytes(messages.subList(at(from), at(to)));
    }
  }

  private int at(double share) {
    return profiles + (int) (share * (messages.size() - profiles));
  }

  /** Waits until so much was read, and so many times a rule or a removal was heard by a task. */
  void await(double share, int rulesHeard) {
    Awaitility.await("records and rules")
        .atMost(PATIENCE)
        .until(
            () ->
                recording.recordsRead.get() == at(share)
                    && recording.rulesHeard.get() >= rulesHeard);
  }

  String stop() throws Exception {
    String savepoint = stopWithSavepoint(running);
    recording.startAgain();
    addPartitions();
    return savepoint;
  }

  void finish() throws Exception {
    finish(running);
  }

  /** A job that fails to end must not take the slots of the next one. */
  private static void finish(JobClient job) throws Exception {
    CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
    try {
      result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } finally {
      if (!result.isDone()) {
        job.cancel().get();
      }
    }
  }

  /** Nor may one that fails on its way. */
  private static <T> T stopUnless(JobClient job, Callable<T> goesWell) throws Exception {
    try {
      return goesWell.call();
    } catch (Exception | Error e) {
      job.cancel().get();
      throw e;
    }
  }

  /** The first so many records; profiles are known before anything else is there to be read. */
  private int write(int count) {
    kafka.clients().produceBytes(messages.subList(0, profiles));
    Awaitility.await("profiles").atMost(PATIENCE).until(() -> recording.profiles.get() == profiles);
    kafka.clients().produceBytes(messages.subList(profiles, count));
    return count;
  }

  private String stopAt(int count, JobClient job) throws Exception {
    write(count);
    Awaitility.await("records read")
        .atMost(PATIENCE)
        .until(() -> recording.recordsRead.get() == count);
    return stopWithSavepoint(job);
  }

  /** A source that has just read all it will ever read declines for a moment. */
  private static String stopWithSavepoint(JobClient job) {
    return Awaitility.await("savepoint")
        .atMost(PATIENCE)
        .ignoreException(ExecutionException.class)
        .until(
            () ->
                job.stopWithSavepoint(false, null, SavepointFormatType.CANONICAL)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS),
            Objects::nonNull);
  }

  private void addPartitions() throws Exception {
    Map<String, NewPartitions> more = new HashMap<>();
    topics.values().forEach(topic -> more.put(topic, NewPartitions.increaseTo(PARTITIONS + 1)));
    if (rules != null) {
      more.put(rules.name(), NewPartitions.increaseTo(2));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createPartitions(more).all().get();
    }
  }

  private JobClient submit(StreamExecutionEnvironment env, int parallelism) throws Exception {
    env.setParallelism(parallelism);
    Configuration once = new Configuration();
    once.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    env.configure(once);
    RuleFeed published = rules == null ? null : rules.feed(env);
    RecordingWatch watch =
        published == null
            ? new RecordingWatch(plan, run)
            : new RecordingWatch(plan, published.currency(), published.log(), run);
    EarlyWarning.Outlets outlets =
        EarlyWarning.define(feeds(env), published, plan, new RecordingLedger(plan, run), watch);
    String name = run;
    collect(outlets.alerts(), one -> Recording.of(name).alerts.add(one), "alerts");
    collect(outlets.withheld(), one -> Recording.of(name).withheld.add(one), "withheld");
    collect(outlets.rejected(), one -> Recording.of(name).rejected.add(one), "rejected");
    collect(outlets.scores(), one -> Recording.of(name).scored(one), "scores");
    collect(outlets.kpis(), one -> Recording.of(name).told(one), "kpis");
    collect(outlets.facts(), one -> Recording.of(name).closed(one), "facts");
    return env.executeAsync(run);
  }

  private static <T> void collect(
      DataStream<T> stream, Collect.Receiver<T> receiver, String outlet) {
    stream.sinkTo(new Collect<>(receiver)).uid("collect-" + outlet);
  }

  private Map<String, DataStream<Decoded>> feeds(StreamExecutionEnvironment env) {
    Map<String, DataStream<Decoded>> feeds = new LinkedHashMap<>();
    for (Feed feed : Feed.values()) {
      feeds.put(feed.label(), feed(env, feed));
    }
    return feeds;
  }

  private DataStream<Decoded> feed(StreamExecutionEnvironment env, Feed feed) {
    FeedBinding binding = SimulatedFeeds.binding(feed);
    String topic = topics.get(feed);
    Map<TopicPartition, Long> own = new HashMap<>(ends);
    own.keySet().removeIf(partition -> !partition.topic().equals(topic));
    WatermarkStrategy<Decoded> watermarks =
        feed.drivesTime()
            ? FeedWatermarks.driving(MAX_DISORDER, NEVER_IDLE, JobPlan.WATERMARK_STEP)
            : FeedWatermarks.silent();
    String name = run;
    return env.fromSource(
            FeedsToOffsets.source(
                kafka.bootstrapServers(), binding, topic, own, StreamTypes.DECODED),
            watermarks,
            "Feed " + feed.label())
        .uid(OperatorIds.source(feed.label()))
        .map(decoded -> counted(name, decoded))
        .returns(StreamTypes.DECODED)
        .uid("read-" + feed.label());
  }

  private static Decoded counted(String run, Decoded decoded) {
    Recording.of(run).recordsRead.incrementAndGet();
    return decoded;
  }
}
