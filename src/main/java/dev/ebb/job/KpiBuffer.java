package dev.ebb.job;

import dev.ebb.kpi.Counts;
import dev.ebb.retention.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds key figures up on one task, and sends the sums on once in a quarter of an hour of event
 * time: days end on a quarter everywhere, so what belongs to a day leaves before the watermark that
 * ends it. Sums that wait are part of the checkpoint; as they only add up, any task may go on with
 * them.
 */
final class KpiBuffer extends AbstractStreamOperator<KpiPart>
    implements OneInputStreamOperator<KpiFact, KpiPart> {
  private static final long serialVersionUID = 1L;
  private static final long QUARTER_MILLIS = Duration.ofMinutes(15).toMillis();

  private record Slot(Slice slice, int day) {}

  private transient Map<Slot, Counts> sums;
  private transient ListState<KpiPart> state;
  private transient long quarter;

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    sums = new HashMap<>();
    quarter = Long.MIN_VALUE;
    state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("sums", StreamTypes.KPI_PART));
    for (KpiPart part : state.get()) {
      sum(part.slice(), part.day()).add(part.counts());
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.update(parts().stream().map(KpiBuffer::copy).toList());
  }

  @Override
  public void processElement(StreamRecord<KpiFact> element) {
    KpiFact fact = element.getValue();
    sum(fact.slice(), fact.day()).add(fact.name(), fact.count());
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    long reached = Math.floorDiv(mark.getTimestamp(), QUARTER_MILLIS);
    if (reached != quarter) {
      parts().forEach(part -> output.collect(new StreamRecord<>(part)));
      sums.clear();
      quarter = reached;
    }
    super.processWatermark(mark);
  }

  private List<KpiPart> parts() {
    List<KpiPart> parts = new ArrayList<>();
    sums.forEach(
        (slot, counts) -> {
          if (!counts.isEmpty()) {
            parts.add(new KpiPart(slot.slice, slot.day, counts));
          }
        });
    return parts;
  }

  /** A checkpoint is written while counting goes on. */
  private static KpiPart copy(KpiPart part) {
    return new KpiPart(part.slice(), part.day(), new Counts().add(part.counts()));
  }

  private Counts sum(Slice slice, int day) {
    return sums.computeIfAbsent(new Slot(slice, day), slot -> new Counts());
  }
}
