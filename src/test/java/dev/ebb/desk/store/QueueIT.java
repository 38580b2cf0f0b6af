package dev.ebb.desk.store;

import static dev.ebb.desk.store.TestDesk.ANN;
import static dev.ebb.desk.store.TestDesk.BOB;
import static dev.ebb.desk.store.TestDesk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QueueIT {
  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private TestDesk desk;

  @BeforeEach
  void start() {
    desk = new TestDesk(postgres.open());
  }

  @Test
  void shouldOfferTheBestCaseAndTheOwnCustomersFirst() {
    desk.tell(
        TestCase.open("low").priority(10).message(),
        TestCase.open("late").priority(500).actBy(NOON.plus(Duration.ofHours(9))).message(),
        TestCase.open("soon").priority(500).actBy(NOON.plus(Duration.ofHours(2))).message(),
        TestCase.open("own").priority(20).message());
    desk.sql("update cases set manager_id = 'm-1' where alert_id = 'own'");

    assertThat(desk.queue.nextFor(BOB).orElseThrow().alertId()).isEqualTo("soon");
    assertThat(desk.queue.nextFor(ANN).orElseThrow().alertId()).isEqualTo("own");

    desk.work.claim("low", ANN);
    assertThat(desk.queue.nextFor(ANN).orElseThrow().alertId()).isEqualTo("low");
  }

  @Test
  void shouldPassOverWhomMayNotBeCalledYet() {
    desk.tell(TestCase.open("0001").message());
    desk.sql("update cases set contact_from = '2026-11-20T12:00:01Z'");
    assertThat(desk.queue.nextFor(BOB)).isEmpty();
    assertThat(ids(QueueFilter.ALL)).containsExactly("0001");

    desk.pass(Duration.ofSeconds(1));
    assertThat(desk.queue.nextFor(BOB)).isPresent();
  }

  @Test
  void shouldOfferWhoseHoursAreOverOnlyAfterWhoeverCanBeCalled() {
    desk.tell(
        TestCase.open("over").priority(900).until(NOON).message(),
        TestCase.open("fine").priority(10).until(NOON.plusSeconds(1)).message());
    desk.sql("update cases set manager_id = 'm-1' where alert_id = 'over'");

    assertThat(desk.queue.nextFor(BOB).orElseThrow().alertId()).isEqualTo("fine");
    assertThat(desk.queue.nextFor(ANN).orElseThrow().alertId()).isEqualTo("fine");

    desk.pass(Duration.ofSeconds(1));
    assertThat(desk.queue.nextFor(BOB).orElseThrow().alertId()).isEqualTo("over");
    assertThat(ids(QueueFilter.ALL)).containsExactly("over", "fine");
  }

  @Test
  void shouldPageThroughEachCaseOnce() {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      String id = "case-%02d".formatted(i);
      told.add(id);
      desk.tell(TestCase.open(id).priority(i % 4).actBy(NOON.plusSeconds(i % 3)).message());
    }
    List<CaseCard> paged = new ArrayList<>();
    QueueCursor cursor = null;
    int pages = 0;
    do {
      QueuePage page = desk.queue.page(QueueFilter.ALL, BOB, cursor, 7);
      paged.addAll(page.cards());
      cursor = page.next() == null ? null : QueueCursor.parse(page.next().toString());
      pages++;
    } while (cursor != null);

    assertThat(pages).isEqualTo(4);
    assertThat(paged).extracting(CaseCard::alertId).containsExactlyInAnyOrderElementsOf(told);
    assertThat(paged)
        .isSortedAccordingTo(
            java.util.Comparator.comparingDouble(CaseCard::priority)
                .reversed()
                .thenComparing(CaseCard::actBy)
                .thenComparing(CaseCard::alertId));
    assertThat(desk.queue.count(QueueFilter.ALL, BOB)).isEqualTo(25);
  }

  @Test
  void shouldCountNoFurtherThanAThousand() {
    desk.tell(TestCase.open("0001").message());
    desk.sql(
        """
        insert into cases
        select (jsonb_populate_record(c, jsonb_build_object('alert_id', 'n-' || i))).*
        from cases c, generate_series(1, 1100) i
        """);
    assertThat(desk.queue.count(QueueFilter.ALL, BOB)).isEqualTo(Queue.COUNTED + 1);
  }

  @Test
  void shouldFindBothFrequentAndRareWordsBestFirst() {
    desk.tell(
        TestCase.open("frequent").priority(0.5).message(),
        TestCase.open("rare").rule("silence").priority(0.5).message());
    desk.sql(
        """
        insert into cases
        select (jsonb_populate_record(c, jsonb_build_object('alert_id', 'n-' || i, 'priority', i))).*
        from cases c, generate_series(1, 1100) i where alert_id = 'frequent'
        """);
    QueueFilter falling = filter(null, null, null, false, false, "fall mou");
    QueuePage first = desk.queue.page(falling, BOB, null, 2);
    QueuePage second = desk.queue.page(falling, BOB, first.next(), 2);

    assertThat(first.total()).isEqualTo(Queue.COUNTED + 1);
    assertThat(first.cards()).extracting(CaseCard::alertId).containsExactly("n-1100", "n-1099");
    assertThat(second.cards()).extracting(CaseCard::alertId).containsExactly("n-1098", "n-1097");
    QueuePage rare =
        desk.queue.page(filter(null, null, null, false, false, "Silence"), BOB, null, 2);
    assertThat(rare.cards()).extracting(CaseCard::alertId).containsExactly("rare");
    assertThat(rare.total()).isEqualTo(1);
    assertThat(rare.next()).isNull();
  }

  @Test
  void shouldFindWordsThatAHyphenJoins() {
    desk.sql(
        """
        insert into customers (customer_id, customer_hash, valid_at, region, plan, opt_out, profile)
        values ('12000000042', '', now(), 'region-12', 'Home_5G/Plus', false, '{}')
        """);
    desk.tell(TestCase.open("0001").of("12000000042").message());

    for (String text : List.of("region-12", "12", "5g", "home plus", "falling-mou", "mou")) {
      assertThat(ids(filter(null, null, null, false, false, text))).containsExactly("0001");
    }
    assertThat(ids(filter(null, null, null, false, false, "region-13"))).isEmpty();
  }

  @Test
  void shouldFilter() {
    desk.tell(
        TestCase.open("gold").message(),
        TestCase.open("plain").tier(Tier.STANDARD).rule("silence").message(),
        TestCase.open("over").rule("complaint-open").actBy(NOON.minusSeconds(1)).message());
    desk.sql("update cases set region = 'north' where alert_id = 'plain'");
    desk.sql("update cases set manager_id = 'm-1' where alert_id = 'over'");

    assertThat(ids(filter(Tier.STANDARD, null, null, false, false, null))).containsExactly("plain");
    assertThat(ids(filter(null, "silence", null, false, false, null))).containsExactly("plain");
    assertThat(ids(filter(null, null, "north", false, false, null))).containsExactly("plain");
    assertThat(ids(filter(null, null, null, true, false, null))).containsExactly("over");
    assertThat(ids(filter(null, null, null, false, true, null))).containsExactly("over");
    assertThat(ids(filter(null, null, null, false, false, "compl"))).containsExactly("over");
    assertThat(ids(filter(null, null, null, false, false, "P1 mou'); drop"))).isEmpty();
    assertThat(ids(new QueueFilter(null, null, null, 3, Stage.CLIMAX, false, false, " ")))
        .hasSize(3);
    assertThat(desk.queue.choices())
        .isEqualTo(
            new Queue.Choices(
                List.of("complaint-open", "falling-mou", "silence"), List.of("north")));
  }

  @Test
  void shouldFindACustomerByTheNumberHoweverItIsWritten() {
    desk.tell(TestCase.open("0001").of("12000000042").message());

    assertThat(desk.cases.ofCustomer("+120 0000-0042"))
        .extracting(CaseCard::alertId)
        .containsExactly("0001");
    assertThat(desk.cases.ofCustomer("12000000043")).isEmpty();
    assertThat(ids(filter(null, null, null, false, false, "0042"))).containsExactly("0001");
  }

  private List<String> ids(QueueFilter filter) {
    return desk.queue.page(filter, ANN, null, 50).cards().stream().map(CaseCard::alertId).toList();
  }

  private static QueueFilter filter(
      Tier tier, String rule, String region, boolean mine, boolean overdue, String text) {
    return new QueueFilter(tier, rule, region, null, null, mine, overdue, text);
  }
}
