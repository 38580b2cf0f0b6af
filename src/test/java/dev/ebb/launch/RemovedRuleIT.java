package dev.ebb.launch;

import static dev.ebb.launch.Village.DAYS_TO_SIGNAL;
import static dev.ebb.launch.Village.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.cluster.KafkaBroker;
import dev.ebb.config.KafkaSettings.Delivery;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.retention.AlertBudget;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Published rules through the job as it is deployed: there from the first day, gone within one. */
class RemovedRuleIT {
  private static final String ANNA = "13800000001";

  @RegisterExtension final KafkaBroker kafka = new KafkaBroker();
  @TempDir Path folder;
  private final Village village = new Village(kafka);

  @Test
  void shouldClearWhatOnlyARemovedRuleHeldOpen() throws Exception {
    Settings settings = village.settings(Delivery.AT_LEAST_ONCE, false, AlertBudget.UNLIMITED);
    String alerts = settings.topics().alerts();
    try (RulePublisher publisher = new RulePublisher(settings)) {
      publisher.publish("expiry-30-days", shipped().replace("status: active", "status: off"));
      publisher.publish("ending", shipped().replace("id: expiry-30-days", "id: ending"));
      publisher.publish("broken", shipped());

      try (EmbeddedFlink flink = EmbeddedFlink.start(folder, 0, 2)) {
        String checkpoint;
        try (RunningJob job = RunningJob.start(flink, kafka, settings)) {
          village.with(job).contract(ANNA, 0, MONDAY).begin();
          village.noons(1, DAYS_TO_SIGNAL + 1);
          CaseMessage opened =
              messages(job.until(alerts, records -> !messages(records).isEmpty())).get(0);
          assertThat(opened.signals()).extracting("rule").containsExactly("ending");
          assertThat(opened.signals()).extracting("version").containsExactly(1);
          String rules = settings.topics().rules();
          assertThat(
                  job.until(
                      settings.topics().rejected(),
                      records -> records.stream().anyMatch(it -> isFrom(rules, it))))
              .filteredOn(record -> isFrom(rules, record))
              .extracting(record -> header(record, "message"))
              .containsExactly("id must be the record's key broken but was expiry-30-days");
          checkpoint = job.checkpoint();
        }
        publisher.publish("ending", null);
        try (RunningJob job = RunningJob.resume(flink, kafka, settings, checkpoint)) {
          village.with(job).noon(DAYS_TO_SIGNAL + 2);
          CaseMessage closed =
              messages(
                      job.until(
                          alerts,
                          records ->
                              messages(records).stream()
                                  .anyMatch(it -> it.state() == CaseState.CLEARED)))
                  .stream()
                  .filter(it -> it.state() == CaseState.CLEARED)
                  .findFirst()
                  .orElseThrow();
          assertThat(closed.reason()).isEqualTo("rule-removed");
          assertThat(closed.signals()).isEmpty();
          assertThat(closed.at()).isLessThan(Village.at(DAYS_TO_SIGNAL + 2, "12:00"));
        }
      }
    }
  }

  private static String shipped() throws IOException {
    return Files.readString(Path.of("config", "rules", "expiry-30-days.yaml"));
  }

  private static List<CaseMessage> messages(List<ConsumerRecord<String, String>> records) {
    return Cases.messages(records).stream().filter(it -> it.customerId().equals(ANNA)).toList();
  }

  private static boolean isFrom(String topic, ConsumerRecord<?, ?> rejected) {
    return header(rejected, "topic").equals(topic);
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
