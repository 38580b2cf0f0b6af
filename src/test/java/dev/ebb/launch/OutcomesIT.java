package dev.ebb.launch;

import static dev.ebb.launch.Cases.messages;
import static dev.ebb.launch.Village.DAYS_TO_SIGNAL;
import static dev.ebb.launch.Village.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaBroker;
import dev.ebb.codec.OutcomeJson;
import dev.ebb.config.KafkaSettings.Delivery;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.event.Feed;
import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import dev.ebb.retention.AlertBudget;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Cases as agents work them and as the stream judges them: through Kafka and the whole job. */
class OutcomesIT {
  private static final String ANNA = "13800000001";
  private static final String BERT = "13800000002";
  private static final String CARL = "13800000003";

  /** The alerts come at the close of the day before. */
  private static final int DAY = DAYS_TO_SIGNAL + 1;

  @TempDir static Path folder;
  private static EmbeddedFlink flink;

  @RegisterExtension final KafkaBroker kafka = new KafkaBroker();
  private final Village village = new Village(kafka);
  private RunningJob job;

  @BeforeAll
  static void startFlink() throws Exception {
    flink = EmbeddedFlink.start(folder, 0, 2);
  }

  @AfterAll
  static void stopFlink() throws Exception {
    flink.close();
  }

  @Test
  void shouldFollowWhatAgentsSayAndDecideWhoIsSavedAndWhoIsLost() throws Exception {
    Settings settings = village.settings(Delivery.AT_LEAST_ONCE, false, AlertBudget.UNLIMITED);
    String alerts = settings.topics().alerts();
    try (RunningJob running = RunningJob.start(flink, kafka, settings)) {
      job = running;
      village.with(job);
      for (String customer : List.of(ANNA, BERT, CARL)) {
        village.contract(customer, 0, Village.MONDAY);
      }
      village.begin();
      village.noons(1, DAY);
      List<CaseMessage> opened = messages(job.committed(alerts, 3));
      assertThat(opened).extracting(CaseMessage::state).containsOnly(CaseState.OPEN);

      for (Kind kind : List.of(Kind.CLAIMED, Kind.REACHED, Kind.ACCEPTED)) {
        say(of(opened, ANNA), kind, null);
        say(of(opened, BERT), kind, null);
      }
      say(of(opened, CARL), Kind.WRONG, Outcome.Reason.ALREADY_RENEWED);
      List<CaseMessage> worked = messages(job.committed(alerts, 3 + 3 + 3 + 1));
      assertThat(statesOf(worked, ANNA))
          .containsExactly(
              CaseState.OPEN, CaseState.CLAIMED, CaseState.CONTACTED, CaseState.WAITING);
      assertThat(statesOf(worked, CARL)).containsExactly(CaseState.OPEN, CaseState.CLEARED);

      village.renewed(ANNA, DAY, Village.MONDAY).known();
      portOut(BERT);
      village.noons(DAY + 1, DAY + 92);

      ConsumerRecord<String, String> exit = job.committed(settings.topics().exits(), 1).get(0);
      assertThat(exit.key()).isEqualTo(BERT);
      assertThat(exit.value()).contains("\"how\":\"ported-out\"");
      List<CaseMessage> all =
          messages(
              kafka
                  .clients()
                  .drain(
                      alerts,
                      Isolation.READ_COMMITTED,
                      met -> messages(met).stream().anyMatch(OutcomesIT::isConfirmed)));
      assertThat(about(all, ANNA))
          .extracting(CaseMessage::state, CaseMessage::reason)
          .contains(tuple(CaseState.SAVED, "verified"))
          .endsWith(tuple(CaseState.SAVED, "confirmed"));
      assertThat(last(all, BERT))
          .extracting(CaseMessage::state, CaseMessage::reason)
          .containsExactly(CaseState.LOST, "ported-out");
      assertThat(job.now(settings.topics().stages(), Isolation.READ_COMMITTED))
          .filteredOn(record -> record.value().contains("\"to\":\"E\""))
          .extracting(ConsumerRecord::key)
          .containsExactly(BERT);
    }
  }

  /** An outcome of the half hour after the alert. */
  private void say(CaseMessage alert, Kind kind, Outcome.Reason reason) {
    Outcome outcome = new Outcome(alert.alertId(), kind, reason, null, "m7");
    long at = at(DAY, "12:30");
    byte[] json =
        OutcomeJson.write(alert.alertId() + kind.label(), alert.customerId(), at, outcome);
    job.send(Feed.OUTCOMES, alert.customerId(), new String(json, StandardCharsets.UTF_8), at);
  }

  private void portOut(String customer) {
    long at = at(DAY, "14:00");
    String event =
        "{\"id\":\"gone-%s\",\"customerId\":\"%s\",\"at\":%d,\"source\":\"network\",\"kind\":\"ported-out\"}";
    job.send(Feed.CARE, customer, event.formatted(customer, customer, at), at);
  }

  private static boolean isConfirmed(CaseMessage message) {
    return message.state() == CaseState.SAVED && message.isClosing();
  }

  private static List<CaseMessage> about(List<CaseMessage> messages, String customer) {
    return messages.stream().filter(it -> it.customerId().equals(customer)).toList();
  }

  private static CaseMessage of(List<CaseMessage> messages, String customer) {
    return about(messages, customer).get(0);
  }

  private static CaseMessage last(List<CaseMessage> messages, String customer) {
    List<CaseMessage> about = about(messages, customer);
    return about.get(about.size() - 1);
  }

  private static List<CaseState> statesOf(List<CaseMessage> messages, String customer) {
    return about(messages, customer).stream().map(CaseMessage::state).toList();
  }
}
