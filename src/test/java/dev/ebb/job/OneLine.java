package dev.ebb.job;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/** Notes in one line what leaves an operator by whatever way: the order across outputs. */
final class OneLine implements Output<StreamRecord<LedgerFact>> {
  private final List<String> met = new ArrayList<>();

  List<String> met() {
    return met;
  }

  @Override
  public void collect(StreamRecord<LedgerFact> record) {
    met.add("fact");
  }

  @Override
  public <X> void collect(OutputTag<X> tag, StreamRecord<X> record) {
    met.add(tag.getId());
  }

  @Override
  public void emitWatermark(Watermark mark) {
    met.add("watermark");
  }

  @Override
  public void emitWatermarkStatus(WatermarkStatus status) {}

  @Override
  public void emitLatencyMarker(LatencyMarker marker) {}

  @Override
  public void emitRecordAttributes(RecordAttributes attributes) {}

  @Override
  public void emitWatermark(WatermarkEvent event) {}

  @Override
  public void close() {}
}
