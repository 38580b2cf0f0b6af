package dev.ebb.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoadReportTest {
  private static final LoadPlan PLAN = new LoadPlan(100, 10, 1, 1, 1, Duration.ofSeconds(1), 1);

  @Test
  void shouldSayWhichBoundIsNotMet() {
    LoadReport slow = report(149, 150, 0);
    assertThat(slow.isMet()).isFalse();
    assertThat(slow.text().lines())
        .anyMatch(line -> line.startsWith("queue, first page") && line.endsWith("150: met"))
        .anyMatch(line -> line.startsWith("queue, filtered") && line.endsWith("150: NOT met"))
        .anyMatch(line -> line.startsWith("case ") && line.endsWith("9,000"));
    assertThat(slow.json()).contains("\"met\":false}");
  }

  @Test
  void shouldHoldAMissedUpdateAgainstTheDesk() {
    assertThat(report(149, 149, 0).isMet()).isTrue();
    assertThat(report(149, 149, 1).isMet()).isFalse();
  }

  private static LoadReport report(long queue, long filtered, long missed) {
    return new LoadReport(
        PLAN,
        Map.of(
            Measure.QUEUE, new LoadReport.Times(10, 1, queue, 9_000),
            Measure.FILTERED, new LoadReport.Times(10, 1, filtered, 9_000),
            Measure.CASE, new LoadReport.Times(10, 1, 1, 9_000)),
        1,
        new LoadReport.Live(1, 1, 1, missed, 0.5, 100),
        new LoadReport.Machine(2, "17", 1));
  }
}
