package dev.ebb.job;

import dev.ebb.codec.Dispatch;
import dev.ebb.retention.CaseMessage;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Counts case messages on their way out, by rule and state, and cases when they open. */
final class CountMessages extends RichMapFunction<Dispatch, Dispatch> {
  private static final long serialVersionUID = 1L;

  private final String messages;
  private final String opened;
  private transient Tally tally;

  /**
   * @param messages counts messages by rule and state
   * @param opened counts cases when they open
   */
  CountMessages(String messages, String opened) {
    this.messages = messages;
    this.opened = opened;
  }

  @Override
  public void open(OpenContext context) {
    tally = new Tally(getRuntimeContext());
  }

  @Override
  public Dispatch map(Dispatch dispatch) {
    CaseMessage message = dispatch.message();
    for (CaseMessage.Signal signal : message.signals()) {
      tally.count(messages, "rule", signal.rule(), "state", message.state().label()).add();
    }
    if (message.reason() == null) {
      tally.count(opened).add();
    }
    return dispatch;
  }
}
