package dev.ebb.ledger;

import static dev.ebb.ledger.LedgerHarness.CUSTOMER;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.Spread;
import java.time.LocalDate;
import java.time.ZoneId;

/** Scripted calls of one customer, day after day, as the ledger closes them. */
public final class Calls {

  private final LedgerHarness harness =
      new LedgerHarness(LedgerSettings.defaults(ZoneId.of("Asia/Shanghai")));
  private LocalDate today;
  private long nextId = 1;
  private Event last;

  /** The first day. */
  public Calls(LocalDate start) {
    today = start;
  }

  /** What the ledger keeps and says. */
  public LedgerHarness ledger() {
    return harness;
  }

  /** Today the customer talks with these people. */
  public Calls with(String region, long... peers) {
    for (long peer : peers) {
      call(today, region, peer, false);
    }
    return this;
  }

  /** Today a call is made from abroad. */
  public Calls abroad(long peer) {
    return call(today, null, peer, true);
  }

  /** The last record comes once more. */
  public Calls again() {
    harness.accept(last);
    return this;
  }

  /** A call of another day that only comes now. */
  public Calls late(LocalDate day, String region, long peer) {
    return call(day, region, peer, false);
  }

  /** Today ends and is closed. */
  public DayClosed close() {
    harness.close(today.toString());
    today = today.plusDays(1);
    return harness.out.lastClosed();
  }

  private Calls call(LocalDate day, String region, long peer, boolean roaming) {
    last =
        new Event(
            EventKind.VOICE_OUT,
            CUSTOMER,
            harness.at(day.toString(), "10:00"),
            nextId++,
            60,
            Spread.NONE,
            region,
            peer,
            PeerNetwork.UNKNOWN,
            roaming,
            0,
            Long.MIN_VALUE,
            null,
            null,
            null,
            null);
    harness.accept(last);
    return this;
  }
}
