package dev.ebb.job;

import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import dev.ebb.ledger.Bundle;
import dev.ebb.ledger.Ledger;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Runs the {@link Ledger} over keyed state: what happened, customer by customer.
 *
 * <p>An operator rather than a process function, because it must see watermarks: the use of a day
 * leaves for the base index before the watermark that closes the day, what a close tells of the
 * region before the watermark that caused it, and a close is timed from the watermark's arrival.
 */
class LedgerOperator extends AbstractStreamOperator<LedgerFact>
    implements OneInputStreamOperator<Event, LedgerFact>, Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<RegionUse> REGION_USE =
      new OutputTag<>("region-use", StreamTypes.REGION_USE);
  static final OutputTag<RegionArpu> REGION_ARPU =
      new OutputTag<>("region-arpu", StreamTypes.REGION_ARPU);
  static final OutputTag<Control> DEPARTED = new OutputTag<>("departed", StreamTypes.CONTROL);
  static final OutputTag<Rejected> REJECTED =
      new OutputTag<>("ledger-rejected", StreamTypes.REJECTED);

  private final JobPlan plan;

  private transient Bundle bundle;
  private transient Ledger ledger;
  private transient FlinkBook book;
  private transient LedgerOutlet outlet;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient int lastDay;

  LedgerOperator(JobPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open() throws Exception {
    super.open();
    bundle = new Bundle(plan.ledger().bundle());
    ledger = new Ledger(plan.ledger(), WatchLists.of(plan.ledger().watchList()), bundle);
    timers = getInternalTimerService("close", VoidNamespaceSerializer.INSTANCE, this);
    book =
        new FlinkBook(
            getKeyedStateStore(),
            instant -> timers.registerEventTimeTimer(VoidNamespace.INSTANCE, instant));
    outlet = new LedgerOutlet(output, new Tally(getRuntimeContext()), plan);
    outlet.gaugeWatermarkLag(timers::currentWatermark, timers::currentProcessingTime);
    outlet.gauge(bundle);
    lastDay = Integer.MAX_VALUE;
  }

  @Override
  public void processElement(StreamRecord<Event> element) {
    Event event = element.getValue();
    outlet.causedBy(event, timers.currentProcessingTime());
    ledger.accept(event, timers.currentWatermark(), book, outlet);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      lastDay = plan.lastDay();
    }
    outlet.causedByTime(timers.currentProcessingTime());
    outlet.flushRegionUse();
    timeServiceManager.advanceWatermark(mark);
    outlet.flushRegionArpu();
    output.emitWatermark(mark);
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
    ledger.wake(timer.getKey(), timers.currentWatermark(), lastDay, book, outlet);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("the ledger arms no processing-time timer");
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    outlet.flushRegionUse();
    outlet.flushRegionArpu();
    bundle.flush(this::write);
  }

  /** The current key stays another's: every element and timer sets its own. */
  private void write(String customerId, byte[] today) {
    setCurrentKey(customerId);
    book.today(today);
  }
}
