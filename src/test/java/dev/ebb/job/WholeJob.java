package dev.ebb.job;

import static org.awaitility.Awaitility.await;

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
import java.util.concurrent.TimeUnit;
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

/** One run of the whole job over records that were written to a broker, in the order given. */
final class WholeJob {
  private static final int PARTITIONS = 4;
  private static final Duration MAX_DISORDER = Duration.ofMinutes(1);

  /** A slow machine is not an idle partition. */
  private static final Duration NEVER_IDLE = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final KafkaBroker kafka;
  private final EmbeddedFlink flink;
  private final JobPlan plan;
  private final String run;
  private final List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
  private final Map<Feed, String> topics = new EnumMap<>(Feed.class);
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  final Recording recording;

  WholeJob(KafkaBroker kafka, EmbeddedFlink flink, JobPlan plan, List<FeedRecord> records) {
    this.kafka = kafka;
    this.flink = flink;
    this.plan = plan;
    this.run = kafka.prefix();
    for (Feed feed : Feed.values()) {
      String topic = kafka.create(feed.label(), PARTITIONS);
      topics.put(feed, topic);
      for (int partition = 0; partition <= PARTITIONS; partition++) {
        ends.put(new TopicPartition(topic, partition), 0L);
      }
    }
    records.stream().filter(WholeJob::isProfile).forEach(this::address);
    this.recording = Recording.start(run, messages.size());
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
    kafka.clients().produceBytes(messages);
    submit(flink.environment(), parallelism)
        .getJobExecutionResult()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return recording;
  }

  /**
   * Stops with a savepoint when half of the records are read, and goes on with the other half. A
   * bounded Kafka source that was restored finishes only if it finds a new partition, so each topic
   * gets one, which is empty.
   */
  Recording runWithSavepoint(int before, int after) throws Exception {
    int half = messages.size() / 2;
    kafka.clients().produceBytes(messages.subList(0, half));
    JobClient first = submit(flink.environment(), before);
    await("half of the records").atMost(PATIENCE).until(() -> recording.recordsRead.get() == half);
    String savepoint =
        first
            .stopWithSavepoint(false, null, SavepointFormatType.CANONICAL)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    kafka.clients().produceBytes(messages.subList(half, messages.size()));
    addPartitions();
    submit(flink.environmentFrom(savepoint), after)
        .getJobExecutionResult()
        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return recording;
  }

  private void addPartitions() throws Exception {
    Map<String, NewPartitions> more = new HashMap<>();
    topics.values().forEach(topic -> more.put(topic, NewPartitions.increaseTo(PARTITIONS + 1)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createPartitions(more).all().get();
    }
  }

  private JobClient submit(StreamExecutionEnvironment env, int parallelism) throws Exception {
    env.setParallelism(parallelism);
    Configuration once = new Configuration();
    once.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    env.configure(once);
    EarlyWarning.Outlets outlets =
        EarlyWarning.define(
            feeds(env), plan, new RecordingLedger(plan, run), new RecordingWatch(plan, run));
    String name = run;
    collect(outlets.alerts(), one -> Recording.of(name).alerts.add(one), "alerts");
    collect(outlets.withheld(), one -> Recording.of(name).withheld.add(one), "withheld");
    collect(outlets.scores(), one -> Recording.of(name).scored(one), "scores");
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
    boolean isFirst = feed == Feed.CUSTOMERS;
    return env.fromSource(
            FeedsToOffsets.source(
                kafka.bootstrapServers(), binding, topic, own, StreamTypes.DECODED),
            watermarks,
            "Feed " + feed.label())
        .uid(OperatorIds.source(feed.label()))
        .map(decoded -> counted(name, isFirst, decoded))
        .returns(StreamTypes.DECODED)
        .uid("read-" + feed.label());
  }

  /** Profiles come before anything else is read. */
  private static Decoded counted(String run, boolean isFirst, Decoded decoded)
      throws InterruptedException {
    Recording recording = Recording.of(run);
    if (!isFirst) {
      recording.profiles.await();
    }
    recording.recordsRead.incrementAndGet();
    return decoded;
  }
}
