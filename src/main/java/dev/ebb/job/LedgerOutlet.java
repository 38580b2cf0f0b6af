package dev.ebb.job;

import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.RejectReason;
import dev.ebb.ledger.Bundle;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.LedgerOutput;
import dev.ebb.ledger.Measure;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Puts what leaves the ledger on its streams and counts it. */
final class LedgerOutlet implements LedgerOutput {
  private final Output<StreamRecord<LedgerFact>> output;
  private final Tally tally;
  private final List<String> bindings;
  private final Tally.Count[][] events;
  private final Tally.Count customers;
  private final RegionUseBuffer regionUse = new RegionUseBuffer();
  private final RegionArpuBuffer regionArpu;
  private final Departures departures;
  private long triggeredAt;

  LedgerOutlet(Output<StreamRecord<LedgerFact>> output, Tally tally, JobPlan plan) {
    this.output = output;
    this.tally = tally;
    this.bindings = plan.bindings();
    this.departures = new Departures(plan.ledger().zone());
    this.regionArpu = new RegionArpuBuffer(plan.watch().valuation());
    this.events = new Tally.Count[bindings.size()][EventKind.values().length];
    this.customers = tally.count(Counted.CUSTOMERS);
  }

  void gaugeWatermarkLag(LongSupplier watermark, LongSupplier clock) {
    Gauge<Long> lag =
        () ->
            watermark.getAsLong() == Long.MIN_VALUE ? 0 : clock.getAsLong() - watermark.getAsLong();
    tally.group().gauge("watermarkLagMillis", lag);
  }

  void gauge(Bundle bundle) {
    Gauge<Integer> held = bundle::held;
    Gauge<Integer> unwritten = bundle::unwritten;
    Gauge<Long> hits = bundle::hits;
    tally.group().gauge(Counted.BUNDLE_HELD, held);
    tally.group().gauge(Counted.BUNDLE_UNWRITTEN, unwritten);
    tally.group().gauge(Counted.BUNDLE_HITS, hits);
  }

  /** What follows was caused by this event; one without a Kafka timestamp by its arrival. */
  void causedBy(Event event, long now) {
    triggeredAt = event.appendedAt() == Long.MIN_VALUE ? now : event.appendedAt();
  }

  /** What follows was caused by a watermark that arrived now. */
  void causedByTime(long now) {
    triggeredAt = now;
  }

  void flushRegionUse() {
    regionUse.drainTo(use -> output.collect(LedgerOperator.REGION_USE, record(use)));
  }

  void flushRegionArpu() {
    regionArpu.drainTo(arpu -> output.collect(LedgerOperator.REGION_ARPU, record(arpu)));
  }

  @Override
  public void accepted(Event event, boolean late) {
    count(event);
    if (late) {
      tally.count(Counted.LATE, "binding", bindings.get(event.origin())).add();
    }
  }

  private void count(Event event) {
    Tally.Count count = events[event.origin()][event.kind().ordinal()];
    if (count == null) {
      count =
          tally.count(
              Counted.EVENTS,
              "feed",
              event.kind().feed().label(),
              "kind",
              event.kind().label(),
              "binding",
              bindings.get(event.origin()));
      events[event.origin()][event.kind().ordinal()] = count;
    }
    count.add();
  }

  @Override
  public void duplicate(Event event) {
    tally.count(Counted.DUPLICATES, "binding", bindings.get(event.origin())).add();
  }

  @Override
  public void rejected(Event event, RejectReason reason, String message) {
    tally
        .count(Counted.REJECTED, "reason", reason.label(), "binding", bindings.get(event.origin()))
        .add();
    output.collect(LedgerOperator.REJECTED, record(Rejected.of(event, reason, message)));
  }

  @Override
  public void passed(Event event) {
    count(event);
    emit(LedgerFact.passed(event, triggeredAt));
    Control departure = departures.of(event);
    if (departure != null) {
      output.collect(LedgerOperator.DEPARTED, record(departure));
    }
  }

  /** Travels as what was said does. */
  @Override
  public void contacted(String customerId, long at) {
    emit(LedgerFact.contact(customerId, at, triggeredAt));
  }

  @Override
  public void closed(DayClosed day) {
    regionArpu.closed(day);
    emit(LedgerFact.closed(day, triggeredAt));
  }

  @Override
  public void returned(String customerId, long at, int gapDays) {
    emit(LedgerFact.returned(customerId, at, gapDays, triggeredAt));
  }

  @Override
  public void appeared(String customerId, String region, int day) {
    customers.add();
    regionUse.appeared(region, day);
  }

  @Override
  public void appearedEarlier(String region, int day, int instead) {
    regionUse.appearedEarlier(region, day, instead);
  }

  @Override
  public void moved(String customerId, String fromRegion, String toRegion, int day) {
    regionUse.moved(fromRegion, toRegion, day);
  }

  @Override
  public void forgotten(String customerId, long at) {
    emit(LedgerFact.forgotten(customerId, at, triggeredAt));
  }

  @Override
  public void used(String region, int day, Measure measure, long amount, boolean first) {
    regionUse.used(region, day, measure, amount);
  }

  private void emit(LedgerFact fact) {
    output.collect(new StreamRecord<>(fact, fact.at()));
  }

  private static <T> StreamRecord<T> record(T value) {
    return new StreamRecord<>(value);
  }
}
