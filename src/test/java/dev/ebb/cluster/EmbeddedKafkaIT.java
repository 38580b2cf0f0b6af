package dev.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.demo.EmbeddedKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final long NEW_YEAR = 1_767_225_600_000L;

  @TempDir Path folder;

  @Test
  void shouldGiveBackWhatWasProduced() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
      kafka.createTopics(List.of(topic()));
      KafkaClients clients = new KafkaClients(kafka.bootstrapServers());
      clients.produce("tides", "13800138000", "ebb", NEW_YEAR);

      var records = clients.drain("tides", 1);

      assertThat(records).hasSize(1);
      assertThat(records.get(0).key()).isEqualTo("13800138000");
      assertThat(records.get(0).value()).isEqualTo("ebb");
      assertThat(records.get(0).timestamp()).isEqualTo(NEW_YEAR);
    }
  }

  @Test
  void shouldKeepTopicsAndRecordsOverARestart() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
      kafka.createTopics(List.of(topic()));
      new KafkaClients(kafka.bootstrapServers()).produce("tides", "a", "before", NEW_YEAR);
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
      kafka.createTopics(List.of(topic()));
      KafkaClients clients = new KafkaClients(kafka.bootstrapServers());
      clients.produce("tides", "a", "after", NEW_YEAR + 1);

      assertThat(clients.drain("tides", 2))
          .extracting(record -> record.value())
          .containsExactly("before", "after");
    }
  }

  @Test
  void shouldHideOpenAndAbortedTransactionsFromReadCommitted() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
      kafka.createTopics(List.of(topic()));
      KafkaClients clients = new KafkaClients(kafka.bootstrapServers());
      try (var producer = clients.transactional("writer")) {
        producer.beginTransaction();
        producer.send(KafkaClients.message("tides", "a", "aborted", NEW_YEAR));
        producer.flush();
        producer.abortTransaction();
        producer.beginTransaction();
        producer.send(KafkaClients.message("tides", "a", "committed", NEW_YEAR));
        producer.commitTransaction();
        producer.beginTransaction();
        producer.send(KafkaClients.message("tides", "a", "open", NEW_YEAR));
        producer.flush();

        assertThat(clients.all("tides", Isolation.READ_COMMITTED))
            .extracting(record -> record.value())
            .containsExactly("committed");
        assertThat(clients.all("tides", Isolation.READ_UNCOMMITTED))
            .extracting(record -> record.value())
            .containsExactly("aborted", "committed", "open");
      }
    }
  }

  @Test
  void shouldStampOutputTopicsWithTheAppendTime() {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
      long before = System.currentTimeMillis();
      kafka.createTopics(
          List.of(topic().configs(Map.of("message.timestamp.type", "LogAppendTime"))));
      KafkaClients clients = new KafkaClients(kafka.bootstrapServers());
      clients.produce("tides", "a", "old news", NEW_YEAR);

      assertThat(clients.drain("tides", 1).get(0).timestamp())
          .isBetween(before, System.currentTimeMillis());
    }
  }

  @Test
  void shouldRefuseAPortOutOfRange() {
    assertThatThrownBy(() -> EmbeddedKafka.start(folder, 65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port must be within 0 to 65535 but was 65536");
  }

  private static NewTopic topic() {
    return new NewTopic("tides", 2, (short) 1);
  }
}
