package dev.ebb.job;

import java.util.concurrent.Callable;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.function.ThrowingRunnable;

/** Turns the checked exceptions of Flink's state into failures of the task. */
final class StateAccess {
  private StateAccess() {}

  static <T> T get(Callable<T> access) {
    try {
      return access.call();
    } catch (Exception e) {
      throw new FlinkRuntimeException("state cannot be read", e);
    }
  }

  static void run(ThrowingRunnable<Exception> access) {
    try {
      access.run();
    } catch (Exception e) {
      throw new FlinkRuntimeException("state cannot be written", e);
    }
  }
}
