package dev.ebb.desk.store;

import static dev.ebb.desk.store.LeadStore.SHANGHAI;
import static dev.ebb.desk.store.TestDesk.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.retention.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When the departed may be called next: told alike to agents, to leads and to programs. Noon is
 * 20:00 in Shanghai.
 */
class WinBackRulesIT {
  private static final QuietHours QUIET = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final LocalDate DUE = LocalDate.of(2026, 11, 15);
  private static final LocalDate LATER = LocalDate.of(2027, 1, 6);

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private LeadStore store;
  private TestDesk desk;
  private WinBacks calls;
  private Departed departed;

  @BeforeEach
  void open() {
    store = new LeadStore(postgres.open());
    desk = new TestDesk(postgres.open());
    CallRules rules = new CallRules(SHANGHAI, QUIET, Duration.ofHours(1));
    calls = new WinBacks(postgres.open(), desk.clocks, rules);
    departed = new Departed(postgres.open(), desk.clocks, rules);
    store
        .exit("1", "2026-11-01T10:00", "tariff", "stated")
        .winBack("1", "2026-11-15", "P14-price")
        .winBack("1", "2027-01-06", "P14");
  }

  @Test
  void shouldTellTheFirstDayThatIsStillToCome() {
    assertNext(DUE);
  }

  @Test
  void shouldTellTomorrowForWhoCouldNotBeReachedToday() {
    took("attempted");

    assertNext(LocalDate.of(2026, 11, 21));
  }

  @Test
  void shouldTellTheNextDateForWhoWasReached() {
    took("reached");

    assertNext(LATER);
  }

  @Test
  void shouldPassOverADateThatALaterOneHasTakenThePlaceOf() {
    store.winBack("1", "2026-11-20", "P14-service");

    assertNext(LocalDate.of(2026, 11, 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"returned", "declined", "never"})
  void shouldNotCallAgainAfterThisAnswer(String answer) {
    took(answer);
    assertNext(null);

    desk.pass(Duration.ofDays(60));
    assertThat(calls.due(ANN, 10)).isEmpty();
    assertNext(null);
  }

  @Test
  void shouldCallWhoCameBackAndLeftAgain() {
    took("returned");
    store
        .sql("update exits set at = timestamptz '2026-12-01 10:00+8'")
        .winBack("1", "2026-12-15", "P14");

    desk.pass(Duration.ofDays(30));
    assertNext(LocalDate.of(2026, 12, 15));
    assertThat(calls.due(ANN, 10)).hasSize(1);
  }

  @Test
  void shouldTellNoDateWhileTheLawOrTheCustomerForbidsIt() {
    store.withheld("w1", "1", "legal-stop", "P8", "2026-11-20T19:30", "port-out-request");
    assertNext(null);
    desk.pass(Duration.ofMinutes(31));
    assertNext(DUE);

    store.sql(
        "insert into customers (customer_id, customer_hash, valid_at, opt_out, profile)"
            + " values ('1', '', now(), true, '{}')");
    assertNext(null);
  }

  @Test
  void shouldTellUntilWhenQuietHoursLast() {
    store
        .exit("2", "2026-11-01T10:00", "tariff", "stated")
        .winBack("2", "2026-11-15", "P14")
        .sql(
            "update exits set exit = '{\"contact\": {\"quietFrom\": \"19:00\", \"quietTo\": \"10:00\"}}'"
                + " where customer_id = '2'");
    assertThat(calls.due(ANN, 10))
        .extracting(WinBacks.Call::notBefore)
        .containsExactly(null, LeadStore.at("2026-11-21T10:00"));
    desk.pass(Duration.ofMinutes(61));
    assertThat(calls.due(ANN, 10))
        .extracting(WinBacks.Call::notBefore)
        .containsExactly(LeadStore.at("2026-11-21T08:00"), LeadStore.at("2026-11-21T10:00"));
  }

  @Test
  void shouldKeepQuietHoursWhereTheCustomerLivesAsTheNewestProfileHasThem() {
    store.sql(
        "update exits set exit = '{\"contact\": {\"quietFrom\": \"19:00\", \"quietTo\": \"10:00\"}}'");
    profile("{\"zone\": \"Asia/Kabul\", \"contact\": null}");
    assertThat(notBefore()).as("16:30 in Kabul").isNull();
    profile("{\"zone\": \"Asia/Tokyo\", \"contact\": {\"quietFrom\": null, \"quietTo\": null}}");
    assertThat(notBefore()).isEqualTo(Instant.parse("2026-11-20T23:00:00Z"));
    profile("{\"contact\": {\"quietFrom\": \"12:00:00\", \"quietTo\": \"22:00:00\"}}");
    assertThat(notBefore()).isEqualTo(LeadStore.at("2026-11-20T22:00"));
  }

  private void profile(String json) {
    store.sql(
        """
        insert into customers (customer_id, customer_hash, valid_at, opt_out, profile)
        values ('1', '', now(), false, '%s')
        on conflict (customer_id) do update set profile = excluded.profile
        """
            .formatted(json));
  }

  private Instant notBefore() {
    return calls.due(ANN, 10).get(0).notBefore();
  }

  private void took(String result) {
    String id = LeadStore.exitId("1");
    assertThat(calls.take(id, ANN)).isTrue();
    assertThat(calls.record(id, ANN, result, null)).isTrue();
  }

  private void assertNext(LocalDate day) {
    assertThat(departed.page(null, 10)).extracting(Departed.Exit::callOn).containsExactly(day);
  }
}
