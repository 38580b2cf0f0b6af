package dev.ebb.desk.store;

import static dev.ebb.desk.store.LeadStore.SHANGHAI;
import static dev.ebb.desk.store.TestDesk.ANN;
import static dev.ebb.desk.store.TestDesk.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.CaseJson;
import dev.ebb.desk.store.Departed.Result;
import dev.ebb.desk.store.Figures.Span;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.QuietHours;
import dev.ebb.retention.Withheld;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Those who have left, and the calls that may win them back; noon is 20:00 in Shanghai. */
class DepartedIT {
  private static final String CUSTOMER = "13800005731";
  private static final QuietHours QUIET = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final CustomerHash HASH = new CustomerHash(new byte[32]);

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private LeadStore store;
  private TestDesk desk;
  private Departed departed;
  private WinBacks calls;

  @BeforeEach
  void open() {
    store = new LeadStore(postgres.open());
    desk = new TestDesk(postgres.open());
    departed = new Departed(postgres.open(), desk.clocks, CallRules.NONE);
    calls = winBacks(Duration.ofHours(1));
  }

  private WinBacks winBacks(Duration stopHolds) {
    return new WinBacks(postgres.open(), desk.clocks, new CallRules(SHANGHAI, QUIET, stopHolds));
  }

  @Test
  void shouldCallTheDepartedWhenTheirWinBackIsDueUntilTheyAreBack() throws IOException {
    tell(exitWith("2026-11-21", "2027-01-06"));

    assertThat(calls.due(ANN, 10)).isEmpty();
    // 00:00 in Shanghai.
    desk.pass(Duration.ofHours(4));
    assertThat(calls.due(ANN, 10))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.exit().customer()).isEqualTo("13***31");
              assertThat(call.exit().cause()).isEqualTo("tariff");
              assertThat(call.exit().playbook()).isEqualTo("P14-price");
              assertThat(call.exit().arpu()).isEqualTo(18_600);
              assertThat(call.exit().callOn()).isEqualTo(LocalDate.of(2026, 11, 21));
            });
    assertThat(departed.page(null, 10)).hasSize(1);

    tell(null);

    assertThat(departed.page(null, 10)).isEmpty();
    assertThat(calls.due(ANN, 10)).isEmpty();
  }

  @Test
  void shouldGiveACallToOneAgentAndCountWhatCameOfIt() {
    gone("1").gone("2").gone("3").gone("4");
    assertThat(calls.dueCount(ANN)).isEqualTo(4);
    assertThat(calls.take(id("1"), ANN)).isTrue();
    assertThat(calls.take(id("1"), BOB)).isFalse();
    assertThat(calls.due(BOB, 10)).hasSize(3);
    assertThat(calls.reveal(id("1"), BOB)).isEmpty();
    assertThat(calls.reveal(id("1"), ANN)).hasValue("1");
    assertThat(calls.record(id("1"), BOB, "returned", null)).isFalse();
    assertThat(calls.record(id("1"), ANN, "returned", "glad")).isTrue();
    assertThat(calls.record(id("1"), ANN, "declined", null)).isFalse();
    calls.take(id("2"), ANN);
    calls.record(id("2"), ANN, "declined", null);
    calls.take(id("3"), BOB);
    calls.record(id("3"), BOB, "declined", null);

    assertThat(departed.results(today()))
        .containsExactly(new Result("declined", 2), new Result("returned", 1));
    assertThat(calls.due(ANN, 10)).extracting(WinBacks.Call::id).containsExactly(id("4"));
    assertThat(new Audit(postgres.open(), desk.clocks).newest(100))
        .extracting(line -> line.actor() + " " + line.action() + " " + line.detail())
        .contains("ann reveal win-back", "ann win-back returned", "bob win-back declined");
  }

  @Test
  void shouldFreeACallThatNobodyMadeForAnHour() {
    gone("1");
    calls.take(id("1"), ANN);
    desk.pass(Duration.ofMinutes(59));
    assertThat(calls.take(id("1"), BOB)).isFalse();
    desk.pass(Duration.ofMinutes(2));
    assertThat(calls.take(id("1"), BOB)).isTrue();
    assertThat(calls.record(id("1"), ANN, "reached", null)).isFalse();
  }

  @Test
  void shouldTryThreeTimesOnDifferentDaysAndThenWaitForTheNextDate() {
    gone("1").store.winBack("1", "2027-01-06", "P14");
    for (int attempt = 1; attempt <= WinBacks.TRIES; attempt++) {
      assertThat(calls.take(id("1"), ANN)).isTrue();
      assertThat(calls.record(id("1"), ANN, "attempted", null)).isTrue();
      assertThat(calls.due(ANN, 10)).isEmpty();
      desk.pass(Duration.ofDays(1));
    }
    assertThat(calls.due(ANN, 10)).isEmpty();
    desk.pass(Duration.ofDays(60));
    assertThat(calls.due(ANN, 10))
        .singleElement()
        .satisfies(call -> assertThat(call.exit().callOn()).isEqualTo(LocalDate.of(2027, 1, 6)));
  }

  @Test
  void shouldNeverCallAgainWhoDoesNotWantIt() throws IOException {
    gone("1").store.winBack("1", "2026-11-19", "P14").winBack("1", "2026-11-25", "P14");
    calls.take(id("1"), ANN);
    calls.record(id("1"), ANN, "never", null);

    desk.pass(Duration.ofDays(30));
    assertThat(calls.due(ANN, 10)).isEmpty();
    assertThat(calls.take(id("1"), ANN)).isFalse();
  }

  @Test
  void shouldMakeOnlyTheLatestOfTheCallsThatAreDue() {
    gone("1").store.winBack("1", "2026-11-18", "P14-price");

    assertThat(calls.due(ANN, 10))
        .singleElement()
        .satisfies(call -> assertThat(call.exit().playbook()).isEqualTo("P14-price"));
    calls.take(id("1"), ANN);
    calls.record(id("1"), ANN, "declined", null);
    assertThat(calls.due(ANN, 10)).isEmpty();
  }

  @Test
  void shouldNotCallWhoHasOptedOutNorWhileALegalStopHolds() {
    gone("1").gone("2").gone("3").gone("4");
    store
        .sql(
            "insert into customers (customer_id, customer_hash, valid_at, opt_out, profile)"
                + " values ('1', '', now(), true, '{}')")
        .alert("a2", "2", "P8", "2026-11-01T10:00", "port-out-request")
        .news("a2", "cleared", "legal-stop", "2026-11-20T19:30")
        .withheld("w3", "3", "legal-stop", "P8", "2026-11-20T19:30", "port-out-request")
        .alert("a4", "4", "P8", "2026-11-01T10:00", "port-out-request")
        .news("a4", "cleared", "legal-stop", "2026-11-20T18:59");

    assertThat(customers(calls)).containsExactly(id("4"));
    assertThat(calls.take(id("1"), ANN)).isFalse();
    assertThat(calls.take(id("2"), ANN)).isFalse();
    assertThat(customers(winBacks(null))).isEmpty();
    desk.pass(Duration.ofMinutes(31));
    assertThat(customers(calls)).containsExactly(id("2"), id("3"), id("4"));
  }

  @Test
  void shouldHeedALegalStopOfACaseThatWasWithheldForSomethingElseFirst() throws IOException {
    tell(exitWith("2026-11-15"));
    TestCase first = TestCase.open("w1").of(CUSTOMER).withheld(Withheld.CAP);
    TestCase stopped = first.then(CaseState.WITHHELD, "new-signal").withheld(Withheld.LEGAL_STOP);
    withhold(first.at(LeadStore.at("2026-11-20T10:00")), 1);
    assertThat(calls.due(ANN, 10)).hasSize(1);
    withhold(stopped.at(LeadStore.at("2026-11-20T18:30")), 2);
    assertThat(calls.due(ANN, 10)).as("lapsed after an hour").hasSize(1);
    assertThat(winBacks(null).due(ANN, 10)).isEmpty();
    withhold(stopped.at(LeadStore.at("2026-11-20T19:30")), 3);
    assertThat(calls.due(ANN, 10)).as("renewed").isEmpty();
    withhold(first.then(CaseState.WITHHELD, "daily").at(LeadStore.at("2026-11-20T19:45")), 4);
    assertThat(calls.due(ANN, 10)).as("still holds").isEmpty();

    desk.pass(Duration.ofMinutes(31));
    assertThat(calls.due(ANN, 10)).hasSize(1);
    withhold(first.then(CaseState.CLEARED, "legal-stop").at(LeadStore.at("2026-11-20T20:20")), 5);
    assertThat(calls.due(ANN, 10)).as("closed with one").isEmpty();
  }

  @Test
  void shouldLeaveNothingThatTracesAnErasedCustomerThroughTheAuditLog() throws IOException {
    tell(exitWith("2026-11-15"));
    String id = calls.due(ANN, 10).get(0).id();
    calls.take(id, ANN);
    calls.reveal(id, ANN);
    calls.record(id, ANN, "attempted", null);
    String hash = HexFormat.of().formatHex(HASH.of(CUSTOMER));

    List<Audit.Line> noted = new Audit(postgres.open(), desk.clocks).newest(10);
    assertThat(noted).extracting(Audit.Line::subject).containsExactly(id, id);
    assertThat(noted.toString()).doesNotContain(hash, CUSTOMER);
    tell(null);
    tell(exitWith("2026-11-15"));
    assertThat(calls.due(ANN, 10)).extracting(WinBacks.Call::id).doesNotContain(id).hasSize(1);
  }

  @Test
  void shouldKeepWhatWasTriedWhereAnExitIsToldAgain() throws IOException {
    tell(exitWith("2026-11-15", "2027-01-06"));
    String id = calls.due(ANN, 10).get(0).id();
    calls.take(id, ANN);
    calls.record(id, ANN, "attempted", null);
    tell(exitWith("2026-11-15", "2027-01-06"));
    assertThat(calls.due(ANN, 10)).as("tried again not before tomorrow").isEmpty();

    desk.pass(Duration.ofDays(1));
    assertThat(calls.due(ANN, 10)).extracting(WinBacks.Call::attempts).containsExactly(1);
    assertThat(calls.take(id, ANN)).isTrue();
    tell(exitWith("2026-11-15", "2027-01-06"));
    assertThat(calls.take(id, BOB)).as("still Ann's").isFalse();

    tell(exitWith("2027-01-06"));
    assertThat(calls.due(ANN, 10)).as("that day is no longer named").isEmpty();
  }

  private static List<String> customers(WinBacks calls) {
    return calls.due(BOB, 10).stream().map(WinBacks.Call::id).toList();
  }

  /** One more who has left, with a call that is due. */
  private DepartedIT gone(String customer) {
    store
        .exit(customer, "2026-11-01T10:00", "tariff", "stated")
        .winBack(customer, "2026-11-15", "P14");
    return this;
  }

  private static String id(String customer) {
    return LeadStore.exitId(customer);
  }

  private Span today() {
    Instant now = desk.clocks.wallNow();
    return new Span(now.minus(Duration.ofHours(1)), now.plusSeconds(1));
  }

  /** Somebody has ported out and is to be called on these days, first by the playbook of prices. */
  private static String exitWith(String... days) {
    String calls =
        IntStream.range(0, days.length)
            .mapToObj(
                i ->
                    "{\"on\":\"%s\",\"playbook\":\"%s\"}"
                        .formatted(days[i], i == 0 ? "P14-price" : "P14"))
            .collect(Collectors.joining(","));
    return """
        {"customerId":"%s","at":"2026-11-07T10:00:00+08:00","how":"ported-out","cause":"tariff",
         "knownBy":"stated","value":{"arpu":18600,"tier":"diamond"},"windows":{},"winBack":[%s]}
        """
        .formatted(CUSTOMER, calls);
  }

  private void withhold(TestCase told, long offset) throws IOException {
    byte[] json = CaseJson.write(told.message());
    Told at = new Told(0, offset, told.at());
    postgres
        .open()
        .transact(
            handle -> {
              new WithheldIntake(HASH).take(handle, json, at);
              return null;
            });
  }

  private void tell(String json) throws IOException {
    byte[] value = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    postgres
        .open()
        .transact(
            handle -> {
              new LifecycleIntake(HASH).takeExit(handle, CUSTOMER, value);
              return null;
            });
  }
}
