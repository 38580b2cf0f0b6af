package dev.ebb.desk.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ebb.codec.CaseJson;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.Change;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.desk.store.Told;
import dev.ebb.retention.CaseState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakeoverIT {
  private static final TopicPartition ALERTS = new TopicPartition("alerts", 0);
  private static final byte[] BROKEN = "{\"alertId\":\"x\"}".getBytes(StandardCharsets.UTF_8);

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private final FeedState state = new FeedState("alerts");
  private final List<Change> heard = new ArrayList<>();
  private TestDesk desk;
  private Takeover takeover;

  @BeforeEach
  void open() {
    desk = new TestDesk(postgres.open());
    desk.changes.listen(heard::add);
    Offsets.load(desk.database, Set.of(ALERTS));
    Taker taker = DeskFeeds.alertTaker(desk.intake);
    takeover = new Takeover(Map.of(ALERTS.topic(), taker), desk.database, desk.changes, state);
  }

  @Test
  void shouldTakeABatchWithTwoMessagesOfACaseAnOlderOneAndABrokenOne() {
    TestCase first = TestCase.open("0001");
    TestCase known = TestCase.open("0002");
    desk.tell(known.then(CaseState.RAISED, "new-signal").message(), new Told(0, 9, TestDesk.NOON));

    take(0, json(first), BROKEN, json(known), json(first.then(CaseState.RAISED, "new-signal")));

    assertThat(card("0001").state()).isEqualTo(CaseState.RAISED);
    assertThat(card("0002").revision()).isEqualTo(2);
    assertThat(heard).containsExactly(Change.of("0001", true), Change.of("0001", false));
    assertThat(desk.cases.view("0001").orElseThrow().timeline()).hasSize(2);
    assertThat(state.takenCount()).isEqualTo(3);
    assertThat(state.unreadableCount()).isEqualTo(1);
    assertThat(Offsets.load(desk.database, Set.of(ALERTS))).containsEntry(ALERTS, 4L);
  }

  @Test
  void shouldPassOverWhatPostgreSqlRefusesAndCountEachRecordOnce() {
    take(0, json(TestCase.open("0001")), BROKEN, json(TestCase.open("0002").rule("a\0b")));

    assertThat(desk.cases.card("0001")).isPresent();
    assertThat(desk.cases.card("0002")).isEmpty();
    assertThat(state.takenCount()).isEqualTo(1);
    assertThat(state.unreadableCount()).isEqualTo(2);
  }

  @Test
  void shouldWriteNothingWhereAnotherDeskHasGoneOn() {
    assertThatExceptionOfType(Offsets.Overtaken.class)
        .isThrownBy(() -> take(5, json(TestCase.open("0001"))));
    assertThat(desk.cases.card("0001")).isEmpty();
    assertThat(heard).isEmpty();
  }

  private void take(long from, byte[]... values) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (byte[] value : values) {
      records.add(
          new ConsumerRecord<>(ALERTS.topic(), 0, from + records.size(), new byte[0], value));
    }
    takeover.take(
        new ConsumerRecords<>(Map.of(ALERTS, records), Map.of()),
        Map.of(ALERTS, from),
        Map.of(ALERTS, from + values.length));
  }

  private static byte[] json(TestCase told) {
    return CaseJson.write(told.message());
  }

  private CaseCard card(String alertId) {
    return desk.cases.card(alertId).orElseThrow();
  }
}
