package dev.ebb.job;

import dev.ebb.event.Event;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** The ledger's operator, with every element and timer firing written down. */
final class RecordingLedger extends LedgerOperator {
  private static final long serialVersionUID = 1L;

  private final String run;
  private transient long watermark;

  RecordingLedger(JobPlan plan, String run) {
    super(plan);
    this.run = run;
  }

  @Override
  public void open() throws Exception {
    super.open();
    watermark = Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<Event> element) {
    Event event = element.getValue();
    Recording.of(run).ledgerStep(event.customerId(), event, watermark);
    super.processElement(element);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    watermark = mark.getTimestamp();
    super.processWatermark(mark);
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
    Recording.of(run).ledgerStep(timer.getKey(), null, watermark);
    super.onEventTime(timer);
  }
}
