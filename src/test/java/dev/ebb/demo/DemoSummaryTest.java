package dev.ebb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.job.JobCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoSummaryTest {
  private static final JobCounts COUNTS = new JobCounts(1_900, 20, 3, 1, 70, 30, 5, Map.of());
  private static final Latencies.Summary FED = new Latencies.Summary(9, 900, 11_000);
  private static final Latencies.Summary NONE = new Latencies.Summary(0, 0, 0);

  @Test
  void shouldTellHowLongAlertsTookOnceTheDemoWasLive() {
    DemoSummary summary = new DemoSummary(COUNTS, new Latencies.Summary(4, 300, 700), FED);

    assertThat(summary.json()).contains("\"latencyMillis\":{\"p50\":300,\"p99\":700,");
    assertThat(summary.text())
        .endsWith("From cause to alert in Kafka: median 300 ms, 99 % within 700 ms");
  }

  @Test
  void shouldSayThatItWasNeverLive() {
    DemoSummary summary = new DemoSummary(COUNTS, NONE, FED);

    assertThat(summary.json())
        .endsWith("\"latencyMillis\":{\"p50\":900,\"p99\":11000,\"phase\":\"history\"}}");
    assertThat(summary.text()).contains("while history was fed: median 900 ms");
  }

  @Test
  void shouldBeLiveOnceTheJobHasReadTheHistory() {
    LivePhase phase = new LivePhase();
    phase.observe(COUNTS, LivePhase.UNKNOWN, 100);
    phase.observe(COUNTS, 2_001, 200);
    assertThat(phase.covers(200)).isFalse();

    phase.observe(COUNTS, 2_000, 300);
    phase.observe(COUNTS, 2_000, 400);
    assertThat(phase.covers(299)).as("still waiting for the history").isFalse();
    assertThat(phase.covers(300)).isTrue();
  }
}
