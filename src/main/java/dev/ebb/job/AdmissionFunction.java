package dev.ebb.job;

import dev.ebb.codec.Dispatch;
import dev.ebb.retention.Admission;
import dev.ebb.retention.CaseMessage;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Runs the daily alert budget and the households' turns: one task, since both are global. */
final class AdmissionFunction extends ProcessFunction<Dispatch, Dispatch>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Dispatch> REFUSED = new OutputTag<>("refused", StreamTypes.DISPATCH);

  private final JobPlan plan;
  private transient Admission admission;
  private transient ListState<byte[]> state;

  AdmissionFunction(JobPlan plan) {
    this.plan = plan;
  }

  @Override
  public void processElement(Dispatch dispatch, Context context, Collector<Dispatch> out) {
    CaseMessage decided = admission.decide(dispatch.message());
    if (decided.isContactable()) {
      out.collect(dispatch.with(decided));
    } else {
      context.output(REFUSED, dispatch.with(decided));
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    StateAccess.run(() -> state.update(List.of(admission.pack())));
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    state =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>(
                    "admission", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    admission =
        new Admission(plan.ledger().zone(), plan.budget(), plan.watch().policy().householdRest());
    for (byte[] packed : state.get()) {
      admission.unpack(packed);
    }
  }
}
