package dev.ebb.ledger;

import static dev.ebb.ledger.LedgerHarness.CUSTOMER;
import static dev.ebb.ledger.LedgerHarness.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.Spread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StateFormatTest {

  private static final EventKind[] DAILY = {
    EventKind.VOICE_OUT, EventKind.VOICE_OUT, EventKind.VOICE_OUT, EventKind.VOICE_OUT,
    EventKind.VOICE_IN, EventKind.VOICE_IN, EventKind.VOICE_IN, EventKind.SMS_OUT,
    EventKind.SMS_IN, EventKind.SMS_IN, EventKind.DATA, EventKind.DATA,
    EventKind.DATA, EventKind.DATA, EventKind.DATA, EventKind.DATA,
    EventKind.DATA, EventKind.CHARGE, EventKind.CHARGE, EventKind.CHARGE
  };

  /** In Flink's list state: eight, and one between it and the next. */
  private static final int BYTES_OF_LISTED_ID = 9;

  private final LedgerHarness harness =
      new LedgerHarness(LedgerSettings.defaults(ZoneId.of("Asia/Shanghai")));

  @Test
  void shouldReadTodayOfVersionOne() throws IOException {
    Today today = Today.unpack(fixture("today-v1.hex"));

    assertThat(today.phase).isEqualTo(Today.Phase.RUNNING);
    assertThat(today.nextClose).isEqualTo(day("2026-03-03"));
    assertThat(today.region).isEqualTo("north");
    assertThat(today.lastOwnDay).isEqualTo(day("2026-03-04"));
    assertThat(today.lastEventDay).isEqualTo(day("2026-03-04"));
    assertThat(today.firstDay(Feed.USAGE)).isEqualTo(day("2026-03-01"));
    assertThat(today.firstDay(Feed.SPEND)).isEqualTo(day("2026-03-02"));
    assertThat(today.grain(Feed.SPEND)).isEqualTo(Spread.DAY);
    Tile tile = today.takeTile(day("2026-03-03"));
    assertThat(tile.sum(Measure.VOICE_OUT)).isEqualTo(61);
    assertThat(tile.sum(Measure.SPEND)).isEqualTo(-250);
    assertThat(tile.isActive()).isTrue();
    assertThat(tile.isAtHome()).isTrue();
    assertThat(tile.company().people.maybe(History.person(12_900_000_001L))).isTrue();
    assertThat(tile.isCovered(Feed.SPEND)).isTrue();
    assertThat(today.takeTile(day("2026-03-04")).sum(Measure.DATA)).isEqualTo(123_456_789_012L);
    assertThat(today.ids.maybe(0, 0x5eedL) || today.ids.maybe(1, 0x5eedL)).isTrue();
    assertThat(today.ids.isNew(0x5eedL)).isFalse();
  }

  @Test
  void shouldReadTodayOfVersionTwo() throws IOException {
    Today today = Today.unpack(fixture("today-v2.hex"));

    assertThat(today.phase).isEqualTo(Today.Phase.RUNNING);
    assertThat(today.nextClose).isEqualTo(day("2026-03-03"));
    assertThat(today.region).isEqualTo("north");
    assertThat(today.ids.isNew(0x5eedL)).isTrue();
    assertThat(today.takeTile(day("2026-03-03")).sum(Measure.VOICE_OUT)).isEqualTo(61);
    assertThat(today.takeTile(day("2026-03-04")).sum(Measure.DATA)).isEqualTo(123_456_789_012L);
  }

  @Test
  void shouldKnowIdsRememberedByVersionOne() throws IOException {
    harness.book.today(fixture("today-v1.hex"));
    harness.book.remember(0, new long[] {0x5eedL});
    harness.book.remember(1, new long[] {0x5eedL});

    event(EventKind.DATA, "2026-03-04", 123_456_789_012L, Spread.NONE);

    assertThat(harness.out.duplicates).hasSize(1);
    assertThat(harness.book.today()[0]).isEqualTo((byte) 2);
  }

  @Test
  void shouldReadRingOfVersionOne() throws IOException {
    Ring ring = Ring.unpack(fixture("ring-v1.hex"));

    assertThat(ring.lastDay()).isEqualTo(day("2026-03-02"));
    assertThat(ring.depth()).isEqualTo(91);
    assertThat(ring.value(Measure.VOICE_OUT, day("2026-03-01"))).isEqualTo(60);
    assertThat(ring.value(Measure.SPEND, day("2026-03-02"))).isEqualTo(-1_000);
    assertThat(ring.lastTopupDay()).isEqualTo(day("2026-03-02"));
    assertThat(ring.month(Measure.TOPUP, Days.monthOf(day("2026-03-02")))).isEqualTo(5_000);
    assertThat(ring.knownDays(Feed.USAGE, 0, day("2026-03-02"))).isEqualTo(2);
    assertThat(ring.grain(Feed.SPEND)).isEqualTo(Spread.DAY);
    assertThat(ring.daysAtHome(0, day("2026-03-02"))).isEqualTo(1);
    assertThat(ring.people(0, day("2026-03-02"))).isBetween(0.9, 1.1);
    assertThat(ring.closest()).containsExactly(new Closeness(History.person(12_900_000_001L), 1));
  }

  @Test
  void shouldStillWriteTheseVersions() throws IOException {
    writeFixtures();

    assertThat(harness.book.today()).isEqualTo(fixture("today-v2.hex"));
    assertThat(harness.book.ring()).isEqualTo(fixture("ring-v1.hex"));
  }

  @Test
  void shouldRefuseUnknownVersion() {
    assertThatThrownBy(() -> Ring.unpack(new byte[] {9, 0, 0}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("format version of ring must be 1 but was 9");
    assertThatThrownBy(() -> Today.unpack(new byte[] {7}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("format version of today must be 1 to 2 but was 7");
  }

  @Test
  void shouldStaySmallForBusyCustomer() {
    int last = day("2026-03-01") + 420;
    for (int day = day("2026-03-01"); day <= last; day++) {
      busyDay(day);
      if (day == last - 1) {
        harness.watermark(harness.ledger.closeAt(CUSTOMER, day));
      }
    }
    int today = harness.book.today().length;
    harness.watermark(harness.ledger.closeAt(CUSTOMER, last));

    assertThat(today).isLessThanOrEqualTo(96 + Long.BYTES * NewestIds.MOST);
    assertThat(harness.history().knownDays(Feed.USAGE, 0, last)).isEqualTo(91);
    int remembered = harness.book.remembered() * BYTES_OF_LISTED_ID;
    assertThat(today + harness.book.ring().length + remembered).isBetween(1_500, 2_350);
  }

  private void busyDay(int day) {
    long start = new Days(harness.settings.zone()).startOf(day);
    for (int i = 0; i < DAILY.length; i++) {
      long hash = CloseTimes.mix(day * 100L + i);
      long amount =
          switch (DAILY[i]) {
            case DATA -> Math.floorMod(hash, 40_000_000);
            case CHARGE -> Math.floorMod(hash, 400);
            case SMS_IN, SMS_OUT -> 1;
            default -> Math.floorMod(hash, 300);
          };
      long person = DAILY[i] == EventKind.DATA ? 0 : 1 + Math.floorMod(hash >>> 8, 40);
      Event event =
          event(DAILY[i], start + (i + 1) * 4_000_000L, hash, amount, Spread.NONE, person);
      harness.watermark(event.at()).accept(event);
    }
    if (day % 10 == 0) {
      harness.accept(Event.of(EventKind.TOPUP, CUSTOMER, start, day, 5_000));
    }
  }

  private void writeFixtures() {
    event(EventKind.VOICE_OUT, "2026-03-01", 60, Spread.NONE);
    event(EventKind.TOPUP, "2026-03-02", 5_000, Spread.DAY);
    event(EventKind.REFUND, "2026-03-02", 1_000, Spread.DAY);
    harness.close("2026-03-02");
    event(EventKind.VOICE_OUT, "2026-03-03", 61, Spread.NONE);
    event(EventKind.REFUND, "2026-03-03", 250, Spread.DAY);
    event(EventKind.DATA, "2026-03-04", 123_456_789_012L, Spread.NONE);
  }

  private void event(EventKind kind, String date, long amount, Spread spread) {
    long id = kind == EventKind.DATA ? 0x5eed : 0;
    long peer = kind == EventKind.VOICE_OUT ? 12_900_000_001L : 0;
    harness.accept(event(kind, harness.at(date, "10:00"), id, amount, spread, peer));
  }

  private static Event event(
      EventKind kind, long at, long id, long amount, Spread spread, long peer) {
    return new Event(
        kind,
        CUSTOMER,
        at,
        id,
        amount,
        spread,
        "north",
        peer,
        PeerNetwork.UNKNOWN,
        false,
        0,
        Long.MIN_VALUE,
        null,
        null,
        null,
        null);
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = StateFormatTest.class.getResourceAsStream("/state/" + name)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
