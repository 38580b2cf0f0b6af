package dev.ebb.job;

import dev.ebb.codec.RawRecord;
import dev.ebb.codec.Rejected;
import dev.ebb.config.PublishedRule;
import dev.ebb.config.RuleIntake;
import java.util.Currency;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Lets published rules in, or refuses them with a reason: then what ran goes on running. */
final class RuleDesk extends KeyedProcessFunction<String, RawRecord, Control> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Rejected> REJECTED = new OutputTag<>("refused", StreamTypes.REJECTED);

  private final JobPlan plan;
  private final Currency currency;
  private transient RuleIntake intake;
  private transient ValueState<Control> standing;
  private transient Tally tally;

  RuleDesk(JobPlan plan, Currency currency) {
    this.plan = plan;
    this.currency = currency;
  }

  @Override
  public void open(OpenContext context) {
    intake = plan.intake(currency);
    standing =
        getRuntimeContext().getState(new ValueStateDescriptor<>("standing", StreamTypes.CONTROL));
    tally = new Tally(getRuntimeContext());
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<Control> out)
      throws Exception {
    PublishedRule before = standing.value() == null ? null : standing.value().rule();
    RuleIntake.Verdict verdict = intake.judge(record, before);
    tally.count(Counted.RULES, "taken", Boolean.toString(!verdict.isRefused())).add();
    if (verdict.isRefused()) {
      context.output(REJECTED, refused(record, verdict));
      return;
    }
    Control control = Control.of(verdict.published());
    if (verdict.published().isRemoval()) {
      standing.clear();
    } else {
      standing.update(control);
    }
    out.collect(control);
  }

  /** It is of no feed's binding, and counted as none of its records. */
  private static Rejected refused(RawRecord record, RuleIntake.Verdict verdict) {
    return new Rejected(
        verdict.reason(),
        verdict.refusal(),
        0,
        record.place().source(),
        record.place().partition(),
        record.place().offset(),
        record.key(),
        record.value());
  }
}
