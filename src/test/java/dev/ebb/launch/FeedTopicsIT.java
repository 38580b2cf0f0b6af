package dev.ebb.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.cluster.KafkaBroker;
import dev.ebb.config.KafkaSettings.Delivery;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.event.Feed;
import dev.ebb.retention.AlertBudget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A feed is read from all its topics, and from partitions that came after the job. */
class FeedTopicsIT {
  @RegisterExtension final KafkaBroker kafka = new KafkaBroker();
  @TempDir Path folder;

  @Test
  void shouldReadEveryTopicOfAFeedAndPartitionsAddedLater() throws Exception {
    Village village = new Village(kafka, List.of("-east", "-west"));
    Settings settings = village.settings(Delivery.AT_LEAST_ONCE, false, AlertBudget.UNLIMITED);
    List<String> usage = settings.feeds().get(Feed.USAGE).topics();
    String rejected = settings.topics().rejected();
    try (EmbeddedFlink flink = EmbeddedFlink.start(folder, 0, 2);
        RunningJob job = RunningJob.start(flink, kafka, settings)) {
      send(usage.get(0), 0);
      send(usage.get(1), 0);
      assertThat(job.committed(rejected, 2))
          .extracting(FeedTopicsIT::place)
          .containsExactlyInAnyOrder(usage.get(0) + " 0", usage.get(1) + " 0");

      addPartition(usage.get(1));
      send(usage.get(1), 1);
      assertThat(job.committed(rejected, 3))
          .extracting(FeedTopicsIT::place)
          .contains(usage.get(1) + " 1");
    }
  }

  /** A record that cannot be read is the quickest witness: it comes back with its place. */
  private void send(String topic, int partition) {
    kafka.produce(List.of(new ProducerRecord<>(topic, partition, null, null, "no JSON")));
  }

  private void addPartition(String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(2))).all().get();
    }
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return header(record, "topic") + " " + header(record, "partition");
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
