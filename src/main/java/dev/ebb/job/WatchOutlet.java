package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.LifecycleJson;
import dev.ebb.event.Outcome;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.Exit;
import dev.ebb.retention.Leaver;
import dev.ebb.retention.Slice;
import dev.ebb.retention.StageChange;
import dev.ebb.retention.WatchOutput;
import dev.ebb.risk.Tier;
import java.util.List;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Puts what leaves Watch on its streams and counts it. */
final class WatchOutlet implements WatchOutput {

  /** Where side outputs go. */
  @FunctionalInterface
  interface Side {
    <T> void output(OutputTag<T> tag, T value);
  }

  private final Tally tally;
  private final Tally.Count evaluations;
  private final boolean scored;
  private Collector<Dispatch> main;
  private Side side;
  private long triggeredAt;

  WatchOutlet(Tally tally, boolean scored) {
    this.tally = tally;
    this.evaluations = tally.count(Counted.EVALUATIONS);
    this.scored = scored;
  }

  /** What follows goes there and was caused then. */
  void turnTo(Collector<Dispatch> newMain, Side newSide, long newTriggeredAt) {
    main = newMain;
    side = newSide;
    triggeredAt = newTriggeredAt;
  }

  @Override
  public void message(CaseMessage message) {
    message(message, List.of());
  }

  @Override
  public void counted(Slice slice, int day, String name, int count) {
    side.output(WatchFunction.FIGURES, new KpiFact(slice, day, name, count));
  }

  @Override
  public void message(CaseMessage message, List<Slice> slices) {
    Dispatch dispatch = new Dispatch(message, triggeredAt, slices);
    if (message.isContactable()) {
      main.collect(dispatch);
    } else {
      side.output(WatchFunction.WITHHELD, dispatch);
    }
  }

  @Override
  public void heard(Outcome.Kind kind, boolean taken) {
    tally.count(Counted.OUTCOMES, "kind", kind.label(), "taken", Boolean.toString(taken)).add();
  }

  @Override
  public void refuted(String rule, Outcome.Reason reason) {
    tally.count(Counted.WRONG, "rule", rule, "reason", reason.label()).add();
  }

  @Override
  public void stage(StageChange change) {
    tally.count(Counted.STAGES, "to", change.to().code(), "reason", change.reason()).add();
    side.output(WatchFunction.STAGES, LifecycleJson.of(change));
  }

  @Override
  public void exit(Exit exit) {
    tally.count(Counted.EXITS, "cause", exit.cause().label(), "how", exit.how()).add();
    side.output(WatchFunction.EXITS, LifecycleJson.of(exit));
  }

  @Override
  public void left(Leaver leaver) {
    side.output(WatchFunction.LEAVERS, leaver);
  }

  @Override
  public void cameBack(String customerId) {
    side.output(WatchFunction.EXITS, Compacted.removal(customerId));
  }

  @Override
  public void erased(String customerId, long at) {
    side.output(WatchFunction.LEAVERS, Leaver.forgotten(customerId, at));
    side.output(WatchFunction.STAGES, Compacted.removal(customerId));
    side.output(WatchFunction.EXITS, Compacted.removal(customerId));
  }

  @Override
  public void scored(String customerId, int day, double risk, Tier tier, List<String> signals) {
    evaluations.add();
    if (scored) {
      side.output(WatchFunction.SCORES, new Score(customerId, day, risk, tier, signals));
    }
  }
}
