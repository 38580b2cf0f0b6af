package dev.ebb.job;

import dev.ebb.retention.CustomerFile;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;

/** The current customer's profile and case in Flink's keyed state. */
final class FlinkFile implements CustomerFile {
  private final ValueState<byte[]> profile;
  private final ValueState<byte[]> caseFile;
  private LongConsumer timer;

  FlinkFile(RuntimeContext states) {
    this.profile = states.getState(FlinkBook.packed("profile"));
    this.caseFile = states.getState(FlinkBook.packed("case"));
  }

  /** Deadlines from now on are armed here. */
  FlinkFile armedBy(LongConsumer newTimer) {
    timer = newTimer;
    return this;
  }

  @Override
  public byte[] profile() {
    return StateAccess.get(profile::value);
  }

  @Override
  public void profile(byte[] packed) {
    StateAccess.run(() -> profile.update(packed));
  }

  @Override
  public byte[] caseFile() {
    return StateAccess.get(caseFile::value);
  }

  @Override
  public void caseFile(byte[] packed) {
    StateAccess.run(() -> caseFile.update(packed));
  }

  @Override
  public void wakeAt(long instant) {
    timer.accept(instant);
  }

  @Override
  public void clear() {
    profile.clear();
    caseFile.clear();
  }
}
