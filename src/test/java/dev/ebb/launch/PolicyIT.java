package dev.ebb.launch;

import static dev.ebb.launch.Cases.message;
import static dev.ebb.launch.Cases.messages;
import static dev.ebb.launch.Village.CALLER;
import static dev.ebb.launch.Village.DAYS_TO_SIGNAL;
import static dev.ebb.launch.Village.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.cluster.Isolation;
import dev.ebb.cluster.KafkaBroker;
import dev.ebb.config.KafkaSettings.Delivery;
import dev.ebb.config.Settings;
import dev.ebb.demo.EmbeddedFlink;
import dev.ebb.event.Feed;
import dev.ebb.retention.AlertBudget;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.ContactPolicy;
import dev.ebb.retention.Withheld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who may be contacted, and who is forgotten: through the whole job. */
class PolicyIT {
  private static final String ANNA = "13800000001";
  private static final String BERT = "13800000002";
  private static final String CARL = "13800000003";
  private static final int DAY = DAYS_TO_SIGNAL + 1;
  private static final int BUDGET = 2;

  /** Customers' days close within a second: whoever is second must not be a day late for that. */
  private static final Duration REST = Duration.ofDays(14).minusHours(1);

  /** As the rule of contracts that end has it. */
  private static final Duration ACT_WITHIN = Duration.ofDays(7);

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
  void shouldForgetAnErasedCustomerAndStartAnewWithTheNext() throws Exception {
    Settings settings = settings(false, AlertBudget.UNLIMITED);
    String alerts = settings.topics().alerts();
    try (RunningJob job = RunningJob.start(flink, kafka, settings)) {
      village.with(job).contract(ANNA, 0, Village.MONDAY).contract(BERT, 0, Village.MONDAY).begin();
      village.noons(1, DAY);
      List<CaseMessage> opened = messages(job.committed(alerts, 2));
      assertThat(opened).extracting(CaseMessage::state).containsOnly(CaseState.OPEN);

      village.tombstone(ANNA, DAY);
      ConsumerRecord<String, String> erased = job.committed(alerts, 3).get(2);
      assertThat(message(erased).reason()).isEqualTo("erased");
      assertThat(message(erased).alertId()).isEqualTo(of(opened, ANNA).alertId());
      assertThat(erased.value()).doesNotContain("series", "why", "recommended", "arpu");

      village.contract(BERT, DAY, Village.MONDAY.plusDays(DAY));
      CaseMessage recycled = message(job.committed(alerts, 4).get(3));
      assertThat(recycled.reason()).isEqualTo("recycled");
      assertThat(recycled.customerId()).isEqualTo(BERT);

      job.send(Feed.USAGE, ANNA, Village.call(ANNA, DAY, "08:00"), at(DAY, "08:00"));
      village.contract(ANNA, DAY + 1, Village.MONDAY.plusDays(DAY + 1)).known();
      village.noons(DAY + 1, DAY + 2 + DAYS_TO_SIGNAL);

      List<CaseMessage> all = messages(job.committed(alerts, 7));
      CaseMessage newAnna =
          all.stream()
              .filter(it -> it.at() > at(DAY + 1, "00:00"))
              .filter(it -> it.customerId().equals(ANNA))
              .findFirst()
              .orElseThrow();
      assertThat(newAnna.state()).isEqualTo(CaseState.OPEN);
      assertThat(newAnna.openedAt()).isGreaterThan(at(DAY + 1 + DAYS_TO_SIGNAL, "23:59"));
      assertThat(newAnna.alertId()).isNotEqualTo(of(opened, ANNA).alertId());
    }
  }

  @Test
  void shouldWithholdEverythingInShadow() throws Exception {
    Settings settings = settings(true, AlertBudget.UNLIMITED);
    try (RunningJob job = RunningJob.start(flink, kafka, settings)) {
      threeContracts(job);
      List<CaseMessage> withheld = contracts(job.committed(settings.topics().withheld(), 3));
      assertThat(withheld).extracting(CaseMessage::withheld).containsOnly(Withheld.SHADOW);
      assertThat(withheld).extracting(CaseMessage::state).containsOnly(CaseState.WITHHELD);
      assertThat(job.now(settings.topics().alerts(), Isolation.READ_UNCOMMITTED)).isEmpty();
    }
  }

  @Test
  void shouldLetNoMoreThanTheBudgetOut() throws Exception {
    Settings settings = settings(false, AlertBudget.of(BUDGET));
    try (RunningJob job = RunningJob.start(flink, kafka, settings)) {
      threeContracts(job);
      List<CaseMessage> alerts = contracts(job.committed(settings.topics().alerts(), BUDGET));
      List<CaseMessage> withheld = contracts(job.committed(settings.topics().withheld(), 1));
      assertThat(alerts).hasSize(BUDGET).allMatch(CaseMessage::isContactable);
      assertThat(withheld).extracting(CaseMessage::withheld).containsExactly(Withheld.BUDGET);
      assertThat(withheld.get(0).customerId())
          .isNotIn(alerts.stream().map(CaseMessage::customerId).toList());
    }
  }

  @Test
  void shouldCallOneOfAHouseholdAndTheOtherAtTheirTurn() throws Exception {
    Settings open = settings(false, AlertBudget.UNLIMITED);
    ContactPolicy resting = ContactPolicy.OPEN.withHouseholdRest(REST);
    Settings settings = open.withWatch(open.watch().withPolicy(resting));
    String alerts = settings.topics().alerts();
    try (RunningJob job = RunningJob.start(flink, kafka, settings)) {
      village.with(job);
      village.contract(ANNA, 0, Village.MONDAY, "H-1").contract(BERT, 0, Village.MONDAY, "H-1");
      village.contract(CARL, 0, Village.MONDAY, "H-2").begin().noons(1, DAY);
      job.until(alerts, records -> firsts(records).size() == 2);
      List<CaseMessage> waiting =
          firsts(job.until(settings.topics().withheld(), records -> firsts(records).size() == 1));
      assertThat(waiting).extracting(CaseMessage::withheld).containsOnly(Withheld.HOUSEHOLD);
      assertThat(waiting.get(0).customerId()).isIn(ANNA, BERT);

      village.noons(DAY + 1, DAY + 14);
      List<CaseMessage> called = firsts(job.until(alerts, records -> firsts(records).size() == 3));
      assertThat(called)
          .extracting(CaseMessage::customerId)
          .containsExactlyInAnyOrder(ANNA, BERT, CARL);
      CaseMessage second = called.get(2);
      assertThat(second.alertId()).isEqualTo(waiting.get(0).alertId());
      assertThat(second.at()).isBetween(at(DAY + 14, "00:00"), at(DAY + 14, "00:01"));
      assertThat(second.actBy()).isEqualTo(second.at() + ACT_WITHIN.toMillis());
    }
  }

  /** The messages with which cases begin on a topic. */
  private static List<CaseMessage> firsts(List<ConsumerRecord<String, String>> records) {
    return contracts(records).stream().filter(it -> it.reason() == null).toList();
  }

  private Settings settings(boolean shadow, AlertBudget budget) {
    return village.settings(Delivery.AT_LEAST_ONCE, shadow, budget);
  }

  private void threeContracts(RunningJob job) {
    village.with(job);
    for (String customer : List.of(ANNA, BERT, CARL)) {
      village.contract(customer, 0, Village.MONDAY);
    }
    village.begin();
    village.noons(1, DAY);
  }

  /** The caller moves time; whatever is said of them is not what is tested. */
  private static List<CaseMessage> contracts(List<ConsumerRecord<String, String>> records) {
    return messages(records).stream().filter(it -> !it.customerId().equals(CALLER)).toList();
  }

  private static CaseMessage of(List<CaseMessage> messages, String customer) {
    return messages.stream()
        .filter(it -> it.customerId().equals(customer))
        .findFirst()
        .orElseThrow();
  }
}
