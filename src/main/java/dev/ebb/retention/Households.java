package dev.ebb.retention;

import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One call per household: whose turn it is, and for how long. */
final class Households {
  private final long restMillis;

  /** By household. */
  private final Map<String, Turn> turns = new HashMap<>();

  /** {@code until}: epoch milliseconds. */
  private record Turn(String customerId, long until) {}

  Households(Duration rest) {
    this.restMillis = rest.toMillis();
  }

  /** Whether they do not matter. */
  boolean areFree() {
    return restMillis == 0;
  }

  /** Whether somebody else's turn keeps this case from being told. */
  boolean isTaken(CaseMessage message) {
    Turn turn = turns.get(message.aside().household());
    return turn != null
        && turn.until() > message.at()
        && !turn.customerId().equals(message.customerId())
        && !message.aside().owed();
  }

  /** From now on it is this customer's turn; what is owed to everybody takes none. */
  void take(CaseMessage message) {
    if (!areFree() && message.aside().household() != null && !message.aside().owed()) {
      Turn turn = new Turn(message.customerId(), message.at() + restMillis);
      turns.put(message.aside().household(), turn);
    }
  }

  /** Drops the turns that are over. */
  void forget(long at) {
    turns.values().removeIf(turn -> turn.until() <= at);
  }

  void pack(PackedWriter out) {
    out.varint(turns.size());
    turns.forEach(
        (household, turn) -> out.string(household).string(turn.customerId()).zigzag(turn.until()));
  }

  void unpack(PackedReader in) {
    for (int left = in.varintInt(); left > 0; left--) {
      turns.put(in.string(), new Turn(in.string(), in.zigzag()));
    }
  }
}
