package dev.ebb.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Account;
import dev.ebb.event.Profile.AccountKind;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseholdFunctionTest {
  private static final LocalDate GONE = LocalDate.of(2026, 3, 11);
  private static final LocalDate LONG_AGO = GONE.minusYears(3);
  private static final String OLD_NUMBER = "13800000001";
  private static final String NEW_NUMBER = "13900000009";
  private static final ZoneId ZONE = Samples.plan().ledger().zone();

  private KeyedOneInputStreamOperatorTestHarness<String, LedgerFact, LedgerFact> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new HouseholdFunction(Samples.plan())),
            HouseholdFunction::key,
            Types.STRING);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void shouldTellOfTheNewCustomerWhoIsTheFormerOne() throws Exception {
    take(OLD_NUMBER, Status.LEFT, "H1", GONE);
    take(NEW_NUMBER, Status.ACTIVE, "H1", GONE.plusDays(4));

    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.customerId()).isEqualTo(NEW_NUMBER);
              assertThat(fact.at()).isEqualTo(noonOf(GONE.plusDays(4)));
              assertThat(fact.passed().care().kind()).isEqualTo(Care.Kind.JOINED_AGAIN);
              assertThat(fact.passed().care().attributes()).containsEntry("gapDays", "4");
            });
  }

  @Test
  void shouldTellTheNewCustomerWhenTheFormerLineEndsLater() throws Exception {
    take(OLD_NUMBER, Status.ACTIVE, "H1", GONE.minusDays(30));
    take(NEW_NUMBER, Status.ACTIVE, "H1", GONE.minusDays(4));
    assertThat(harness.extractOutputValues()).isEmpty();

    take(OLD_NUMBER, Status.LEFT, "H1", GONE);

    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.customerId()).isEqualTo(NEW_NUMBER);
              assertThat(fact.at()).isEqualTo(noonOf(GONE));
            });
  }

  @Test
  void shouldNotTellOfASecondLineBesideTheFirst() throws Exception {
    take(OLD_NUMBER, Status.ACTIVE, "H1", GONE.minusDays(30));
    take(NEW_NUMBER, Status.ACTIVE, "H1", GONE.minusDays(4));
    take(OLD_NUMBER, Status.ACTIVE, "H1", GONE);
    harness.processWatermark(noonOf(GONE.plusDays(30)));

    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(harness.numEventTimeTimers()).as("of ids still to be dropped").isZero();
    take(OLD_NUMBER, Status.LEFT, "H1", GONE.plusDays(31));
    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void shouldNotMixHouseholds() throws Exception {
    take(OLD_NUMBER, Status.LEFT, "H1", GONE);
    take(NEW_NUMBER, Status.ACTIVE, "H2", GONE.plusDays(4));

    assertThat(harness.extractOutputValues()).isEmpty();
  }

  @Test
  void shouldLookAtProfilesOfHouseholdsAndGroupsOnly() {
    assertThat(HouseholdFunction.isShared(fact(NEW_NUMBER, Status.ACTIVE, null, null, GONE)))
        .isFalse();
    assertThat(HouseholdFunction.isShared(LedgerFact.returned(NEW_NUMBER, 1, 9, 0))).isFalse();
    assertThat(HouseholdFunction.key(fact(NEW_NUMBER, Status.ACTIVE, null, "7", GONE)))
        .isEqualTo("group 7");
    assertThat(HouseholdFunction.key(fact(NEW_NUMBER, Status.ACTIVE, "7", "9", GONE)))
        .isEqualTo("household 7");
  }

  private void take(String customerId, Status status, String household, LocalDate day)
      throws Exception {
    harness.processElement(fact(customerId, status, household, null, day), noonOf(day));
  }

  private static LedgerFact fact(
      String customerId, Status status, String household, String group, LocalDate day) {
    List<Agreement> lapsed =
        List.of(new Agreement(AgreementKind.DISCOUNT, "loyal", GONE.minusDays(9), false));
    Profile profile =
        new Profile(
            noonOf(day),
            customerId.equals(OLD_NUMBER) ? LONG_AGO : day,
            status,
            null,
            null,
            customerId.equals(OLD_NUMBER) ? lapsed : List.of(),
            null,
            null,
            null,
            null,
            household,
            group == null ? null : new Account(AccountKind.GROUP, group),
            null);
    return LedgerFact.passed(Event.of(customerId, profile), 0);
  }

  private static long noonOf(LocalDate day) {
    return day.atTime(12, 0).atZone(ZONE).toInstant().toEpochMilli();
  }
}
