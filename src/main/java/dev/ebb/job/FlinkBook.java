package dev.ebb.job;

import dev.ebb.ledger.CustomerBook;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/** The current customer's ledger in Flink's keyed state. */
final class FlinkBook implements CustomerBook {
  private final ValueState<byte[]> today;
  private final ValueState<byte[]> ring;
  private final List<ListState<Long>> seen;
  private final LongConsumer timer;

  FlinkBook(KeyedStateStore states, LongConsumer timer) {
    this.today = states.getState(packed("today"));
    this.ring = states.getState(packed("ring"));
    this.seen =
        List.of(
            states.getListState(new ListStateDescriptor<>("seen-0", Types.LONG)),
            states.getListState(new ListStateDescriptor<>("seen-1", Types.LONG)));
    this.timer = timer;
  }

  static ValueStateDescriptor<byte[]> packed(String name) {
    return new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  @Override
  public byte[] today() {
    return StateAccess.get(today::value);
  }

  @Override
  public void today(byte[] packed) {
    StateAccess.run(() -> today.update(packed));
  }

  @Override
  public boolean hasSeen(int generation, long fingerprint) {
    Iterable<Long> fingerprints = StateAccess.get(() -> seen.get(generation).get());
    if (fingerprints != null) {
      for (long known : fingerprints) {
        if (known == fingerprint) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void remember(int generation, long[] fingerprints) {
    List<Long> added = LongStream.of(fingerprints).boxed().toList();
    StateAccess.run(() -> seen.get(generation).addAll(added));
  }

  @Override
  public void forgetGeneration(int generation) {
    seen.get(generation).clear();
  }

  @Override
  public byte[] ring() {
    return StateAccess.get(ring::value);
  }

  @Override
  public void ring(byte[] packed) {
    StateAccess.run(() -> ring.update(packed));
  }

  @Override
  public void wakeAt(long instant) {
    timer.accept(instant);
  }

  @Override
  public void clear() {
    today.clear();
    ring.clear();
    seen.forEach(ListState::clear);
  }
}
