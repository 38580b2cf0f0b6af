package dev.ebb.launch;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.FeedBinding;
import dev.ebb.config.KafkaSettings;
import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;
import dev.ebb.config.TimeSettings;
import dev.ebb.connect.KafkaConnection;
import dev.ebb.connect.KafkaFeeds;
import dev.ebb.connect.KafkaOutlets;
import dev.ebb.connect.KafkaRules;
import dev.ebb.job.EarlyWarning;
import dev.ebb.job.FeedWatermarks;
import dev.ebb.job.JobPlan;
import dev.ebb.job.OperatorIds;
import dev.ebb.job.RuleFeed;
import dev.ebb.job.StreamTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as it runs on Kafka: feeds, topology and outlets as the settings say. */
public final class KafkaPipeline {
  private final Settings settings;
  private final KafkaConnection connection;

  public KafkaPipeline(Settings settings) {
    this.settings = settings;
    KafkaSettings kafka = settings.kafka();
    this.connection =
        new KafkaConnection(kafka.bootstrapServers(), kafka.groupId(), kafka.properties());
  }

  /**
   * Builds the whole job, from the feeds' topics to the outlets' topics.
   *
   * @return the names of its feed bindings, by origin
   */
  public List<String> build(StreamExecutionEnvironment env, RuleSet rules) {
    List<FeedBinding> bindings = Bindings.ofTopics(settings);
    List<String> names = bindings.stream().map(FeedBinding::name).toList();
    JobPlan plan = JobPlan.of(settings, rules, names);
    drain(EarlyWarning.define(feeds(env, bindings), published(env), plan));
    return names;
  }

  /** Sends what leaves the topology to its topics. */
  public void drain(EarlyWarning.Outlets outlets) {
    KafkaSettings kafka = settings.kafka();
    KafkaOutlets kafkaOutlets =
        new KafkaOutlets(
            connection,
            new KafkaOutlets.Delivery(
                kafka.delivery() == KafkaSettings.Delivery.EXACTLY_ONCE,
                kafka.transactionalIdPrefix(),
                kafka.transactionTimeout()));
    outlets
        .alerts()
        .sinkTo(kafkaOutlets.alerts(settings.topics().alerts()))
        .name("Alerts to Kafka")
        .uid(OperatorIds.ALERTS_SINK);
    outlets
        .withheld()
        .sinkTo(kafkaOutlets.withheld(settings.topics().withheld()))
        .name("Withheld cases to Kafka")
        .uid(OperatorIds.WITHHELD_SINK);
    outlets
        .stages()
        .sinkTo(kafkaOutlets.compacted("stages", settings.topics().stages()))
        .name("Stages to Kafka")
        .uid(OperatorIds.STAGES_SINK);
    outlets
        .exits()
        .sinkTo(kafkaOutlets.compacted("exits", settings.topics().exits()))
        .name("Exits to Kafka")
        .uid(OperatorIds.EXITS_SINK);
    outlets
        .kpis()
        .sinkTo(kafkaOutlets.compacted("kpis", settings.topics().kpis()))
        .name("Key figures to Kafka")
        .uid(OperatorIds.KPIS_SINK);
    outlets
        .rejected()
        .sinkTo(kafkaOutlets.rejected(settings.topics().rejected()))
        .name("Rejected records to Kafka")
        .uid(OperatorIds.REJECTED_SINK);
  }

  private RuleFeed published(StreamExecutionEnvironment env) {
    KafkaRules topic = new KafkaRules(connection, settings.topics().rules());
    return new RuleFeed(
        env.fromSource(
                topic.live(StreamTypes.RAW_RECORD), FeedWatermarks.timeless(), "Published rules")
            .setParallelism(1)
            .uid(OperatorIds.source("rules")),
        settings.currency(),
        topic);
  }

  private Map<String, DataStream<Decoded>> feeds(
      StreamExecutionEnvironment env, List<FeedBinding> bindings) {
    KafkaFeeds kafka = new KafkaFeeds(connection, StreamTypes.DECODED);
    Map<String, DataStream<Decoded>> feeds = new LinkedHashMap<>();
    for (FeedBinding binding : bindings) {
      String name = binding.feed().label();
      feeds.put(
          name,
          env.fromSource(
                  kafka.live(binding, settings.feeds().get(binding.feed()).topics()),
                  watermarks(binding),
                  "Feed " + name)
              .uid(OperatorIds.source(name)));
    }
    return feeds;
  }

  private WatermarkStrategy<Decoded> watermarks(FeedBinding binding) {
    TimeSettings time = settings.time();
    return binding.feed().drivesTime()
        ? FeedWatermarks.driving(time.maxDisorder(), time.idleAfter(), JobPlan.WATERMARK_STEP)
        : FeedWatermarks.silent();
  }
}
