package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import dev.ebb.ledger.Closeness;
import dev.ebb.ledger.IndexTable;
import dev.ebb.ledger.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much must be known of a customer before a friend's leaving tells. */
class ContactLeftTest {
  private static final int TODAY = 20_000;
  private static final ContactLeft LEFT = new ContactLeft(5, 14, 0.3, 30, 0.7, 1.5);

  @Test
  void shouldNeedNoMatureFallWhereMuchCompanyIsLost() {
    Reading reading = LEFT.read(newcomerCallingLess(List.of(of(1, 20), of(2, 30))));

    assertThat(reading.isAlarm()).isTrue();
    assertThat(reading.mature()).isTrue();
  }

  @Test
  void shouldNeedAMatureFallWhereLittleCompanyIsLost() {
    Reading reading = LEFT.read(newcomerCallingLess(List.of(of(1, 20), of(2, 56), of(3, 56))));

    assertThat(reading.isAlarm()).isTrue();
    assertThat(reading.mature()).isFalse();
  }

  private static Closeness of(int person, int days) {
    return new Closeness(person, days);
  }

  /** Known for 20 days, calls a sixth of what was usual, and person 1 has left today. */
  private static Subject newcomerCallingLess(List<Closeness> close) {
    IndexTable index = new IndexTable();
    index.left(1, TODAY);
    return TestHistory.until(TODAY)
        .knownFrom(Feed.USAGE, TODAY - 20)
        .daily(Measure.VOICE_OUT, TODAY - 20, TODAY - 7, 600)
        .daily(Measure.VOICE_OUT, TODAY - 6, TODAY, 100)
        .near(close)
        .subject(null, index);
  }
}
