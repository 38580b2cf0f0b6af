package dev.ebb.launch;

import static dev.ebb.launch.Village.CALLER;
import static dev.ebb.launch.Village.at;
import static dev.ebb.launch.Village.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ebb.cluster.KafkaBroker;
import dev.ebb.config.KafkaSettings.Delivery;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.event.Feed;
import dev.ebb.retention.AlertBudget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be counted lies on its own topic as it came, and the job goes on. */
class RejectedIT {
  private static final String ANNA = "13800000001";
  private static final int DAY = Village.DAYS_TO_SIGNAL + 1;
  private static final int LONG_PAST = -100;

  @RegisterExtension final KafkaBroker kafka = new KafkaBroker();
  @TempDir Path folder;

  @Test
  void shouldPutAsideWhatItCannotCountAndGoOn() throws Exception {
    Village village = new Village(kafka);
    Settings settings = village.settings(Delivery.AT_LEAST_ONCE, false, AlertBudget.UNLIMITED);
    String usage = settings.feeds().get(Feed.USAGE).topics().get(0);
    Map<String, String> broken = broken();
    try (EmbeddedFlink flink = EmbeddedFlink.start(folder, 0, 2);
        RunningJob job = RunningJob.start(flink, kafka, settings)) {
      village.with(job).contract(ANNA, 0, Village.MONDAY).begin();
      for (int day = 1; day <= DAY; day++) {
        village.noon(day);
      }
      // Her alert tells that the days before are closed.
      job.committed(settings.topics().alerts(), 1);
      for (String value : broken.values()) {
        job.send(Feed.USAGE, CALLER, value, at(0, "12:00"));
      }
      List<ConsumerRecord<String, String>> rejected =
          ofTopic(usage, job.committed(settings.topics().rejected(), 1 + broken.size()));
      assertThat(rejected)
          .extracting(record -> header(record, "reason"), ConsumerRecord::value)
          .containsExactlyInAnyOrderElementsOf(
              broken.entrySet().stream().map(it -> tuple(it.getKey(), it.getValue())).toList());
      List<String> sent = List.copyOf(broken.values());
      assertThat(rejected)
          .allSatisfy(
              record -> {
                assertThat(record.key()).isEqualTo(CALLER);
                assertThat(header(record, "partition")).isEqualTo("0");
                assertThat(header(record, "message")).isNotBlank();
                assertThat(header(record, "offset"))
                    .isEqualTo(String.valueOf(DAY + 1 + sent.indexOf(record.value())));
              });

      village.tombstone(ANNA, DAY);
      job.committed(settings.topics().alerts(), 2);
      job.send(Feed.USAGE, ANNA, call(ANNA, DAY, "09:00"), at(DAY, "09:00"));
      ConsumerRecord<String, String> erased =
          job.committed(settings.topics().rejected(), 2 + broken.size()).get(1 + broken.size());
      assertThat(header(erased, "reason")).isEqualTo("erased");
      assertThat(erased.key()).isNull();
      assertThat(erased.value()).isNull();
      assertThat(header(erased, "topic")).isEqualTo(usage);
    }
  }

  /** Without the marker by which the test knows that the customer is known. */
  private static List<ConsumerRecord<String, String>> ofTopic(
      String topic, List<ConsumerRecord<String, String>> records) {
    return records.stream().filter(record -> header(record, "topic").equals(topic)).toList();
  }

  /** By reason; the last one is refused by the ledger, the others where they are read. */
  private static Map<String, String> broken() {
    Map<String, String> broken = new LinkedHashMap<>();
    String good = call(CALLER, 0, "11:00");
    broken.put("not-json", "{\"id\":");
    broken.put("missing-field", good.replace("\"amount\"", "\"sum\""));
    broken.put("wrong-field", good.replace(":60", ":\"an hour\""));
    broken.put("negative", good.replace(":60", ":-60"));
    broken.put("overflow", good.replace(":60", ":9223372036854775808"));
    broken.put("unknown-kind", good.replace("voice-out", "telepathy"));
    broken.put("too-long", good.replace(CALLER, CALLER.repeat(100)));
    broken.put("future", call(CALLER, 3, "11:00"));
    broken.put("too-late", call(CALLER, LONG_PAST, "11:00"));
    return broken;
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
