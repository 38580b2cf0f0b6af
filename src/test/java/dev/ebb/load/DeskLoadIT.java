package dev.ebb.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeskLoadIT {
  private static final LoadPlan SMALL = new LoadPlan(500, 120, 2, 5, 20, Duration.ofSeconds(3), 1);

  @Test
  void shouldTimeEveryPageAndMissNoUpdate() throws Exception {
    LoadReport report = DeskLoad.run(SMALL, (what, done, all) -> {});

    assertThat(report.times()).containsOnlyKeys(Measure.values());
    assertThat(report.live().updates()).isEqualTo(60);
    assertThat(report.live().missed()).isZero();
    assertThat(report.times().get(Measure.UPDATE).count()).isBetween(5, 5 * 60);

    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.at("/millis/queue/count").asInt()).isEqualTo(24);
    assertThat(json.at("/live/viewers").asInt()).isEqualTo(5);
    assertThat(report.text()).contains("500 open cases", "0 missed");
  }
}
