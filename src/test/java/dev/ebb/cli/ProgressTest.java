package dev.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final String ERASE = "\r\u001b[K";

  private final StringWriter err = new StringWriter();
  private long nanos;

  @Test
  void shouldRewriteOneLineOnATerminalAndTakeItAway() {
    try (Progress progress = progress(true)) {
      after(1_000, progress, 2_048, 0.25);
      after(2_000, progress, 4_096, 0.5);
    }
    assertThat(err)
        .hasToString(
            ERASE
                + " 25 %  2,048 records, 2,048/s"
                + ERASE
                + " 50 %  4,096 records, 2,048/s"
                + ERASE);
  }

  @Test
  void shouldNotFlicker() {
    try (Progress progress = progress(true)) {
      after(99, progress, 1_024, 0.1);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldKeepLogsShort() {
    try (Progress progress = progress(false)) {
      after(9_999, progress, 1_024, -1);
      after(10_000, progress, 10_240, -1);
      after(19_999, progress, 20_480, -1);
    }
    assertThat(err).hasToString("10,240 records, 1,024/s" + System.lineSeparator());
  }

  @Test
  void shouldSayNothingWhenSilent() {
    try (Progress progress = Progress.silent()) {
      progress.at(1_024, 0.5);
    }
    assertThat(err.toString()).isEmpty();
  }

  private Progress progress(boolean terminal) {
    return new Progress(new PrintWriter(err), terminal, "records", () -> nanos);
  }

  private void after(long millis, Progress progress, long done, double fraction) {
    nanos = millis * 1_000_000;
    progress.at(done, fraction);
  }
}
