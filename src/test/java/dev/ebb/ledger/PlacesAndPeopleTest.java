package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.PhoneNumber;
import dev.ebb.ledger.HeapBook.Access;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesAndPeopleTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final int DAY = (int) MONDAY.toEpochDay();

  private final Calls calls = new Calls(MONDAY);

  @Test
  void shouldCountADayAwayOnlyWhereNothingHappenedAtHome() {
    calls.with("north", 1).close();
    calls.with("south", 1).close();
    calls.with("south", 1).with("north", 1).close();
    calls.abroad(1).close();
    calls.with(null, 1);
    History history = calls.close().history();

    assertThat(history.daysAway(DAY, DAY + 4)).isEqualTo(2);
    assertThat(history.daysAtHome(DAY, DAY + 4)).isEqualTo(2);
    assertThat(history.daysAway(DAY + 2, DAY + 2)).isZero();
  }

  @Test
  void shouldCountPeopleOnceHoweverOftenTheyAreMet() {
    calls.with("north", 1, 2, 3).close();
    calls.with("north", 3, 4, 1, 1);
    History history = calls.close().history();

    assertThat(history.people(DAY, DAY + 1)).isCloseTo(4, within(0.1));
    assertThat(history.people(DAY + 1, DAY + 1)).isCloseTo(3, within(0.1));
  }

  @Test
  void shouldKnowNoMoreOfACircleThanWhatIsKept() {
    for (int day = 0; day < 60; day++) {
      calls.with("north", 1).close();
    }
    calls.late(MONDAY, "north", 2);
    Ring ring = (Ring) calls.with("north", 1).close().history();

    assertThat(ring.closest()).containsExactly(new Closeness(History.person(1), 56));
    assertThat(Ring.unpack(ring.pack()).closest()).isEqualTo(ring.closest());
  }

  @Test
  void shouldPutALateCallWhereItBelongs() {
    calls.with("north", 1).close();
    calls.with("north", 1).close();
    calls.late(MONDAY, "south", 2);
    History history = calls.close().history();

    assertThat(history.people(DAY, DAY)).isCloseTo(2, within(0.1));
    assertThat(history.daysAtHome(DAY, DAY)).isEqualTo(1);
    assertThat(history.closest()).extracting(Closeness::days).containsExactly(2, 1);
  }

  @Test
  void shouldTellOfCallsToWatchedNumbersOnceAndAtNoOtherCost() {
    calls.with("north", 1);
    calls.ledger().book.resetAccesses();

    calls.with("north", PhoneNumber.of("12990000007"));

    assertThat(calls.ledger().out.contacts).hasSize(1);
    assertThat(calls.ledger().book.accesses())
        .isEqualTo(Map.of(Access.READ_TODAY, 1, Access.WRITE_TODAY, 1));
    calls.again();
    calls.with("north", PhoneNumber.of("12980000007")).with("north", PhoneNumber.of("100861"));
    assertThat(calls.ledger().out.contacts).hasSize(1);
  }

  @Test
  void shouldCostACallWithAPeerNoMoreAccesses() {
    calls.with("north", 1);
    calls.ledger().book.resetAccesses();

    calls.with("north", 2);

    assertThat(calls.ledger().book.accesses())
        .isEqualTo(Map.of(Access.READ_TODAY, 1, Access.WRITE_TODAY, 1));
  }
}
