package dev.ebb.launch;

import static dev.ebb.launch.Village.DAYS_TO_SIGNAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaBroker;
import dev.ebb.config.KafkaSettings.Delivery;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.event.Feed;
import dev.ebb.retention.AlertBudget;
import dev.ebb.retention.CaseMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of committed alerts may rely on when the job dies between two checkpoints. */
class DeliveryIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String ANNA = "13800000001";
  private static final String BERT = "13800000002";
  private static final int DAY = DAYS_TO_SIGNAL + 1;

  @TempDir static Path folder;
  private static EmbeddedFlink flink;

  @RegisterExtension final KafkaBroker kafka = new KafkaBroker();
  private final Village village = new Village(kafka);

  @BeforeAll
  static void startFlink() throws Exception {
    flink = EmbeddedFlink.start(folder, 0, 2);
  }

  @AfterAll
  static void stopFlink() throws Exception {
    flink.close();
  }

  @Test
  void shouldShowEachAlertOnceAndOnlyWithACheckpoint() throws Exception {
    Settings settings = settings(Delivery.EXACTLY_ONCE);
    String alerts = settings.topics().alerts();
    String checkpoint;
    try (RunningJob job = RunningJob.start(flink, kafka, settings)) {
      twoAlerts(job);
      assertThat(written(job, alerts, 2)).hasSize(2);
      assertThat(job.now(alerts, Isolation.READ_COMMITTED)).isEmpty();

      checkpoint = job.checkpoint();
      assertThat(job.committed(alerts, 2)).hasSize(2);
      village.noon(DAY + 1);
      assertThat(written(job, alerts, 4)).hasSize(4);
    }
    try (RunningJob job = RunningJob.resume(flink, kafka, settings, checkpoint)) {
      village.with(job).noon(DAY + 2);
      written(job, alerts, 8);
      job.checkpoint();
      assertThat(job.committed(alerts, 6))
          .extracting(DeliveryIT::id)
          .doesNotHaveDuplicates()
          .hasSize(6);
    }
  }

  @Test
  void shouldShowEachAlertAtOnceAndAgainAfterAFailure() throws Exception {
    Settings settings = settings(Delivery.AT_LEAST_ONCE);
    String alerts = settings.topics().alerts();
    String checkpoint;
    try (RunningJob job = RunningJob.start(flink, kafka, settings)) {
      long startedAt = System.currentTimeMillis();
      twoAlerts(job);
      List<ConsumerRecord<String, String>> opened = job.committed(alerts, 2);
      assertThat(opened).allSatisfy(record -> assertIsCloudEvent(record, startedAt));
      await("latency metric")
          .atMost(PATIENCE)
          .until(() -> job.hasMetric("triggerToAlertMillis_p99"));

      checkpoint = job.checkpoint();
      assertOffsetsAreCommitted(settings);
      village.noon(DAY + 1);
      job.committed(alerts, 4);
    }
    try (RunningJob job = RunningJob.resume(flink, kafka, settings, checkpoint)) {
      village.with(job).noon(DAY + 2);
      List<ConsumerRecord<String, String>> all = job.committed(alerts, 8);
      assertThat(all.stream().map(DeliveryIT::id).distinct()).hasSize(6);
      assertThat(all).hasSize(8);
    }
  }

  private Settings settings(Delivery delivery) {
    return village.settings(delivery, false, AlertBudget.UNLIMITED);
  }

  /** Two customers are known from the first day on; their contracts become a signal on one day. */
  private void twoAlerts(RunningJob job) {
    village.with(job).contract(ANNA, 0, Village.MONDAY).contract(BERT, 0, Village.MONDAY).begin();
    for (int day = 1; day <= DAY; day++) {
      village.noon(day);
    }
  }

  /** What lies in the topic, seen or not: markers of transactions apart. */
  private static List<ConsumerRecord<String, String>> written(
      RunningJob job, String topic, int count) {
    await("written: " + count)
        .atMost(PATIENCE)
        .until(() -> job.now(topic, Isolation.READ_UNCOMMITTED).size() >= count);
    return job.now(topic, Isolation.READ_UNCOMMITTED);
  }

  private static void assertIsCloudEvent(ConsumerRecord<String, String> record, long startedAt)
      throws Exception {
    CaseMessage message = Cases.message(record);
    assertThat(record.key()).isEqualTo(message.customerId()).isIn(ANNA, BERT);
    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(record, "ce_id")).isEqualTo(message.alertId() + ":" + message.revision());
    assertThat(header(record, "ce_type")).isEqualTo("dev.ebb.case.open");
    assertThat(header(record, "ce_subject")).isEqualTo(message.alertId());
    assertThat(Instant.parse(header(record, "ce_time")).toEpochMilli()).isEqualTo(message.at());
    assertThat(header(record, "content-type")).isEqualTo("application/json");
    assertThat(Long.parseLong(header(record, "ebb_triggered_at")))
        .isBetween(startedAt, System.currentTimeMillis());
  }

  private void assertOffsetsAreCommitted(Settings settings) {
    TopicPartition usage = new TopicPartition(settings.feeds().get(Feed.USAGE).topics().get(0), 0);
    Map<String, Object> servers =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    try (Admin admin = Admin.create(servers)) {
      await("committed offsets")
          .atMost(PATIENCE)
          .until(
              () -> {
                OffsetAndMetadata committed =
                    admin
                        .listConsumerGroupOffsets(settings.kafka().groupId())
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(usage);
                return committed != null && committed.offset() == DAY + 1;
              });
    }
  }

  private static String id(ConsumerRecord<String, String> record) {
    return header(record, "ce_id");
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
