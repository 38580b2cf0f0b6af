package dev.ebb.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says how far long work is. On a terminal one line that rewrites itself, elsewhere a line every
 * ten seconds, so that logs stay short.
 */
final class Progress implements AutoCloseable {

  private static final Duration ON_TERMINAL = Duration.ofMillis(100);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);
  private static final String ERASE_LINE = "\r\u001b[K";

  /** Work so small that a look at the clock would weigh: look at it every so many steps. */
  private static final long STRIDE = 1_024;

  private final PrintWriter err;
  private final boolean terminal;
  private final String what;
  private final LongSupplier nanos;
  private final long startedAt;
  private long shownAt;
  private boolean shown;

  Progress(PrintWriter err, boolean terminal, String what, LongSupplier nanos) {
    this.err = err;
    this.terminal = terminal;
    this.what = what;
    this.nanos = nanos;
    this.startedAt = nanos.getAsLong();
    this.shownAt = startedAt;
  }

  static Progress on(PrintWriter err, boolean terminal, String what) {
    return new Progress(err, terminal, what, System::nanoTime);
  }

  static Progress silent() {
    return new Progress(null, false, "", () -> 0);
  }

  /**
   * Reports the work done so far; cheap enough to call at each step.
   *
   * @param done steps so far
   * @param fraction how much of the whole that is, 0 to 1; below 0 where nobody knows
   */
  void at(long done, double fraction) {
    if (done % STRIDE == 0) {
      look(done, fraction);
    }
  }

  /** The same for work of few steps. */
  void look(long done, double fraction) {
    if (err == null) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - shownAt >= (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
      shownAt = now;
      show(done, fraction, (now - startedAt) / 1e9);
    }
  }

  private void show(long done, double fraction, double seconds) {
    String share = fraction < 0 ? "" : String.format(Locale.ROOT, "%3.0f %%  ", 100 * fraction);
    String line =
        String.format(Locale.ROOT, "%s%,d %s, %,.0f/s", share, done, what, done / seconds);
    if (terminal) {
      err.print(ERASE_LINE + line);
      shown = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (shown) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }
}
