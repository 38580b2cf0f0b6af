package dev.ebb.job;

import dev.ebb.codec.Dispatch;
import dev.ebb.retention.CaseMessage;
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

  private final Tally.Count evaluations;
  private final boolean scored;
  private Collector<Dispatch> main;
  private Side side;
  private long triggeredAt;

  WatchOutlet(Tally tally, boolean scored) {
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
    Dispatch dispatch = new Dispatch(message, triggeredAt);
    if (message.isContactable()) {
      main.collect(dispatch);
    } else {
      side.output(WatchFunction.WITHHELD, dispatch);
    }
  }

  @Override
  public void scored(String customerId, int day, double risk, Tier tier, List<String> signals) {
    evaluations.add();
    if (scored) {
      side.output(WatchFunction.SCORES, new Score(customerId, day, risk, tier, signals));
    }
  }
}
