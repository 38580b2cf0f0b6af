package dev.ebb.job;

import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** Looks into an operator's keyed state. */
final class KeyedStates {
  private final KeyedStateBackend<?> backend;

  private KeyedStates(KeyedStateBackend<?> backend) {
    this.backend = backend;
  }

  static KeyedStates of(AbstractStreamOperatorTestHarness<?> harness) {
    return new KeyedStates(harness.getOperator().getKeyedStateBackend());
  }

  /** How many customers have anything under this name. */
  long count(String state) {
    try (Stream<?> keys = backend.getKeys(state, VoidNamespace.INSTANCE)) {
      return keys.count();
    }
  }

  /** The same for several states, in their order. */
  long[] counts(String... states) {
    return Stream.of(states).mapToLong(this::count).toArray();
  }
}
