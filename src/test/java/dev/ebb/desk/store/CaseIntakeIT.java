package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseIntakeIT {
  private static final CaseState[] STATES = {
    CaseState.OPEN, CaseState.RAISED, CaseState.CLAIMED, CaseState.WAITING, CaseState.CLEARED
  };

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();

  private record Message(TestCase told, Told at) {}

  @Test
  void shouldEndWithTheHighestOffsetOfEachCaseInWhateverOrderMessagesComeAndHoweverOften() {
    TestDesk desk = new TestDesk(postgres.open());
    Random dice = new Random(20_261_122);
    for (int round = 0; round < 20; round++) {
      List<Message> log = log(dice, round);
      Map<String, Message> newest = new HashMap<>();
      log.forEach(
          message ->
              newest.merge(
                  message.told().alertId(),
                  message,
                  (a, b) -> a.at().offset() > b.at().offset() ? a : b));
      List<Message> played = new ArrayList<>(log);
      played.addAll(log.subList(0, log.size() / 2));
      Collections.shuffle(played, dice);
      played.forEach(message -> desk.tell(message.told().message(), message.at()));

      newest.forEach(
          (alertId, message) -> {
            CaseCard card = desk.cases.card(alertId).orElseThrow();
            assertThat(card.state()).isEqualTo(message.told().state());
            assertThat(card.priority()).isEqualTo(message.told().priority());
            assertThat(card.revision()).isEqualTo(message.told().revision());
          });
    }
  }

  private static List<Message> log(Random dice, int round) {
    List<Message> log = new ArrayList<>();
    for (int offset = 0; offset < 40; offset++) {
      TestCase told =
          TestCase.open(round + "-" + dice.nextInt(8))
              .then(STATES[dice.nextInt(STATES.length)], "new-signal")
              .priority(dice.nextInt(1_000));
      log.add(new Message(told, new Told(2, offset, TestDesk.NOON)));
    }
    return log;
  }

  @Test
  void shouldLeaveTheSameRowsWhetherTakenOneByOneOrManyAtOnce() throws SQLException {
    try (Database other = Database.open(TestDatabase.create())) {
      TestDesk single = new TestDesk(postgres.open());
      TestDesk many = new TestDesk(other);
      String hook =
          "insert into webhooks values ('w', 'https://a.example', '', 'ann', now(),"
              + " '{case.opened,case.updated,case.verdict}')";
      single.sql(hook);
      many.sql(hook);
      Random dice = new Random(20_261_123);
      for (int round = 0; round < 15; round++) {
        List<Message> batch = new ArrayList<>(log(dice, 0).subList(0, 20));
        Collections.shuffle(batch, dice);
        int moved = 10 * round;
        List<HeardCase> heard =
            batch.stream()
                .map(it -> heard(it.told(), new Told(2, it.at().offset() + moved, TestDesk.NOON)))
                .toList();
        heard.forEach(it -> take(single, List.of(it)));
        take(many, heard);
        String claimed = "0-" + dice.nextInt(8);
        single.work.claim(claimed, TestDesk.ANN);
        many.work.claim(claimed, TestDesk.ANN);
        assertThat(rows(many)).isEqualTo(rows(single));
      }
      assertThat(rows(many))
          .contains("\"place\": \"ended\"", "\"holder\": \"ann\"", "case.updated");
    }
  }

  private static HeardCase heard(TestCase told, Told at) {
    try {
      return HeardCase.of(CaseJson.write(told.message()), at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void take(TestDesk desk, List<HeardCase> heard) {
    desk.database.transact(handle -> desk.intake.take(handle, heard));
  }

  private static String rows(TestDesk desk) {
    return desk.database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select string_agg(row, chr(10) order by row) from (
                      select to_jsonb(c)::text as row from cases c
                      union all select to_jsonb(n)::text from case_news n
                      union all select (to_jsonb(d) - 'id')::text from deliveries d) all_rows
                    """)
                .mapTo(String.class)
                .one());
  }

  @Test
  void shouldFollowRevisionsWhereACaseHasMovedToAnotherPartition() {
    TestDesk desk = new TestDesk(postgres.open());
    TestCase first = TestCase.open("0001");
    TestCase second = first.then(CaseState.RAISED, "new-signal");
    desk.tell(second.message(), new Told(4, 3, TestDesk.NOON));
    desk.tell(first.message(), new Told(1, 900, TestDesk.NOON));

    assertThat(desk.cases.card("0001").orElseThrow().state()).isEqualTo(CaseState.RAISED);
  }

  @Test
  void shouldForgetWhoWasErased() {
    TestDesk desk = new TestDesk(postgres.open());
    desk.tell(TestCase.open("0001").of("12000000042").message());
    desk.work.claim("0001", TestDesk.ANN);
    postgres
        .open()
        .transact(
            handle -> {
              Erasure.of(handle, "12000000042");
              return null;
            });

    assertThat(desk.cases.ofCustomer("12000000042")).isEmpty();
    CaseCard card = desk.cases.card("0001").orElseThrow();
    assertThat(card.place()).isEqualTo(Place.ENDED);
    assertThat(desk.cases.reveal("0001", TestDesk.ANN, "call")).contains("erased");
    assertThat(desk.cases.view("0001").orElseThrow().message().customerId()).isEqualTo("***");
    assertThat(desk.outbox.waiting()).isZero();
  }
}
