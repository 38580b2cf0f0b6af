package dev.ebb.simulate;

import dev.ebb.event.Care;
import dev.ebb.event.EventKind;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.Profile;
import java.util.function.Consumer;

/** One customer on one day: takes what they do, numbers it and drops what lies after they left. */
final class CustomerDay {

  private final Customer customer;
  private final int day;
  private final long startsAt;
  private final long endsAt;
  private final Phase.Whereabouts whereabouts;
  private final Consumer<Draft> sink;
  private int sequence;

  CustomerDay(Customer customer, int day, long startsAt, long endsAt, Consumer<Draft> sink) {
    this.customer = customer;
    this.day = day;
    this.startsAt = startsAt;
    this.endsAt = endsAt;
    this.whereabouts = customer.fate().whereabouts(day);
    this.sink = sink;
  }

  Customer customer() {
    return customer;
  }

  int day() {
    return day;
  }

  void use(EventKind kind, int second, long amount, int peer, PeerNetwork network) {
    add(kind, second, amount, peer, network, null, null);
  }

  void spend(EventKind kind, int second, long amount) {
    add(kind, second, amount, 0, PeerNetwork.UNKNOWN, null, null);
  }

  void profile(int second, Profile profile) {
    add(EventKind.PROFILE, second, 0, 0, PeerNetwork.UNKNOWN, profile, null);
  }

  void care(int second, Care care) {
    add(EventKind.CARE, second, 0, 0, PeerNetwork.UNKNOWN, null, care);
  }

  /** The instant of a second of this day; days that are cut short by a clock change end early. */
  long at(int second) {
    return Math.min(startsAt + second * 1_000L, endsAt - 1_000);
  }

  private void add(
      EventKind kind,
      int second,
      long amount,
      int peer,
      PeerNetwork network,
      Profile profile,
      Care care) {
    long at = at(second);
    boolean deed = profile == null && care == null;
    if (at > customer.leftAt() || (deed && at == customer.leftAt())) {
      return;
    }
    sink.accept(
        new Draft(
            customer,
            day,
            sequence++,
            kind,
            at,
            amount,
            peer,
            network,
            whereabouts,
            profile,
            care,
            at,
            null,
            false));
  }
}
