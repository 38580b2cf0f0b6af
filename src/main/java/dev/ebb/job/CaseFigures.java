package dev.ebb.job;

import dev.ebb.codec.Dispatch;
import dev.ebb.ledger.Days;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.Figure;
import dev.ebb.retention.Slice;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Says how a case message, as it leaves, changes the key figures. */
final class CaseFigures implements FlatMapFunction<Dispatch, KpiFact> {
  private static final long serialVersionUID = 1L;

  private final JobPlan plan;
  private transient Days days;

  CaseFigures(JobPlan plan) {
    this.plan = plan;
  }

  @Override
  public void flatMap(Dispatch dispatch, Collector<KpiFact> out) {
    if (days == null) {
      days = new Days(plan.ledger().zone());
    }
    CaseMessage message = dispatch.message();
    for (String name : Figure.of(message)) {
      for (Slice slice : dispatch.slices()) {
        out.collect(new KpiFact(slice, days.dayOf(message.at()), name, 1));
      }
    }
  }
}
