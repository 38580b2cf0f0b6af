package dev.ebb.ledger;

import dev.ebb.event.Event;
import dev.ebb.event.RejectReason;
import java.util.ArrayList;
import java.util.List;

/** Keeps what leaves the ledger. */
public final class RecordedOutput implements LedgerOutput {

  /** An accepted event. */
  public record Accepted(Event event, boolean late) {}

  /** A rejected event. */
  public record Refused(Event event, RejectReason reason, String message) {}

  /** A return after a gap. */
  public record Returned(String customerId, long at, int gapDays) {}

  /** A known customer of a region. */
  public record Appeared(String customerId, String region, int day) {}

  /** A change of home region. */
  public record Moved(String customerId, String fromRegion, String toRegion, int day) {}

  /** Use of an open day. */
  public record Used(String region, int day, Measure measure, long amount, boolean first) {}

  public final List<Accepted> accepted = new ArrayList<>();
  public final List<Event> duplicates = new ArrayList<>();
  public final List<Refused> rejected = new ArrayList<>();
  public final List<Event> passed = new ArrayList<>();
  public final List<DayClosed> closed = new ArrayList<>();
  public final List<Returned> returned = new ArrayList<>();
  public final List<Appeared> appeared = new ArrayList<>();
  public final List<Moved> moved = new ArrayList<>();
  public final List<Used> used = new ArrayList<>();
  public final List<Long> contacts = new ArrayList<>();
  public final List<String> forgotten = new ArrayList<>();

  /** The newest closed day. */
  public DayClosed lastClosed() {
    return closed.get(closed.size() - 1);
  }

  @Override
  public void accepted(Event event, boolean late) {
    accepted.add(new Accepted(event, late));
  }

  @Override
  public void duplicate(Event event) {
    duplicates.add(event);
  }

  @Override
  public void rejected(Event event, RejectReason reason, String message) {
    rejected.add(new Refused(event, reason, message));
  }

  @Override
  public void passed(Event event) {
    passed.add(event);
  }

  @Override
  public void closed(DayClosed day) {
    closed.add(day);
  }

  @Override
  public void returned(String customerId, long at, int gapDays) {
    returned.add(new Returned(customerId, at, gapDays));
  }

  @Override
  public void contacted(String customerId, long at) {
    contacts.add(at);
  }

  @Override
  public void appeared(String customerId, String region, int day) {
    appeared.add(new Appeared(customerId, region, day));
  }

  @Override
  public void moved(String customerId, String fromRegion, String toRegion, int day) {
    moved.add(new Moved(customerId, fromRegion, toRegion, day));
  }

  @Override
  public void forgotten(String customerId, long at) {
    forgotten.add(customerId);
  }

  @Override
  public void used(String region, int day, Measure measure, long amount, boolean first) {
    used.add(new Used(region, day, measure, amount, first));
  }
}
