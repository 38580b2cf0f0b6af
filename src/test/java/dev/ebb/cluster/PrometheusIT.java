package dev.ebb.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The monitoring's files, read by Prometheus's own tools. Needs prometheus and promtool. */
@EnabledIf("dev.ebb.cluster.PrometheusServer#isExpected")
class PrometheusIT {

  @TempDir Path folder;

  @Test
  void shouldHaveAValidConfiguration() throws Exception {
    String config = PrometheusServer.CONFIG.resolve("prometheus.yml").toString();

    assertThat(PrometheusServer.promtool("check", "config", config)).contains("SUCCESS");
  }

  @Test
  void shouldAlertWhenAndOnlyWhenSomethingIsWrong() throws Exception {
    String tests = PrometheusServer.CONFIG.resolve("tests/ebb.test.yml").toString();

    assertThat(PrometheusServer.promtool("test", "rules", tests)).contains("SUCCESS");
  }

  @Test
  void shouldUnderstandEveryQueryOfTheDashboard() throws Exception {
    List<Dashboard.Query> queries = Dashboard.queries();
    assertThat(queries).hasSizeGreaterThan(20);
    try (PrometheusServer prometheus = PrometheusServer.start(folder, List.of())) {
      assertThat(queries)
          .allSatisfy(
              query ->
                  assertThatCode(() -> prometheus.query(query.expression()))
                      .as(query.panel())
                      .doesNotThrowAnyException());
    }
  }
}
