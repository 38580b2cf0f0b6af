package dev.ebb.ledger;

import static dev.ebb.ledger.HeapBook.Access.READ_TODAY;
import static dev.ebb.ledger.HeapBook.Access.WRITE_TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTest {

  private static final String ANNA = "13800000001";
  private static final String BERT = "13800000002";
  private static final String CARL = "13800000003";

  private final Map<String, HeapBook> books = new HashMap<>();
  private Bundle bundle;
  private Ledger ledger;
  private long nextId = 1;

  @Test
  void shouldNeitherReadNorWriteTheBookOfACustomerWhoIsHeld() {
    hold(2, 2);
    call(ANNA, ANNA, ANNA);

    assertThat(books.get(ANNA).accesses()).containsEntry(READ_TODAY, 1);
    assertThat(books.get(ANNA).accesses()).doesNotContainKey(WRITE_TODAY);
    assertThat(bundle.hits()).isEqualTo(2);
    assertThat(bundle.unwritten()).isEqualTo(1);

    flush();
    assertThat(books.get(ANNA).accesses()).containsEntry(WRITE_TODAY, 1);
    assertThat(bundle.unwritten()).isZero();
    assertThat(bundle.held()).isEqualTo(1);
  }

  @Test
  void shouldWriteAtOnceWhatIsTooMuchToBeWrittenLater() {
    hold(2, 1);
    call(ANNA, BERT, ANNA, BERT);

    assertThat(books.get(ANNA).accesses()).doesNotContainKey(WRITE_TODAY);
    assertThat(books.get(BERT).accesses()).containsEntry(WRITE_TODAY, 2);
    assertThat(books.get(BERT).accesses()).containsEntry(READ_TODAY, 1);
  }

  @Test
  void shouldDriveNobodyOutForWhoeverComesNext() {
    hold(2, 2);
    call(ANNA, BERT, CARL, ANNA, BERT, CARL);

    assertThat(bundle.hits()).isEqualTo(2);
    assertThat(books.get(CARL).accesses())
        .containsEntry(READ_TODAY, 2)
        .containsEntry(WRITE_TODAY, 2);
  }

  @Test
  void shouldMakeRoomOfThoseWhoWereSilentSinceTheFlushBefore() {
    hold(2, 2);
    call(ANNA, BERT);
    flush();
    call(ANNA, CARL);
    flush();
    assertThat(bundle.held()).isEqualTo(1);

    call(CARL, ANNA, CARL);
    assertThat(bundle.hits()).isEqualTo(3);
  }

  @Test
  void shouldKeepTheSilentWhileThereIsRoom() {
    hold(2, 2);
    call(ANNA);
    flush();
    flush();
    flush();
    assertThat(bundle.held()).isEqualTo(1);
  }

  @Test
  void shouldWriteNothingOfACustomerWhoIsForgotten() {
    hold(2, 2);
    call(ANNA);
    ledger.wake(ANNA, Long.MAX_VALUE, Integer.MAX_VALUE - 1_000, books.get(ANNA), out());
    flush();

    assertThat(bundle.unwritten()).isZero();
    assertThat(books.get(ANNA).isEmpty()).isTrue();
  }

  @Test
  void shouldHoldNoMoreThanATaskCanBear() {
    assertThatThrownBy(() -> new BundleSettings(-1, 0))
        .hasMessage("bundle.held must be 0 to 1000000 but was -1");
    assertThatThrownBy(() -> new BundleSettings(10, 30_001))
        .hasMessage("bundle.unwritten must be 0 to 30000 but was 30001");
  }

  private void hold(int held, int unwritten) {
    bundle = new Bundle(new BundleSettings(held, unwritten));
    ledger =
        new Ledger(LedgerSettings.defaults(ZoneId.of("Asia/Shanghai")), WatchList.EMPTY, bundle);
  }

  private void call(String... customers) {
    for (String customer : customers) {
      Event call = Event.of(EventKind.VOICE_OUT, customer, nextId * 1_000, nextId++, 60);
      ledger.accept(
          call, Long.MIN_VALUE, books.computeIfAbsent(customer, id -> new HeapBook()), out());
    }
  }

  private void flush() {
    bundle.flush((customer, today) -> books.get(customer).today(today));
  }

  private static RecordedOutput out() {
    return new RecordedOutput();
  }
}
