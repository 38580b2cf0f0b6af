package dev.ebb.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The queries of the Grafana dashboard, with Grafana's own variables filled in. */
final class Dashboard {

  private static final Path FILE = Path.of("config", "grafana", "dashboards", "ebb.json");

  private Dashboard() {}

  /** A panel's title and one of its queries. */
  record Query(String panel, String expression) {}

  static List<Query> queries() throws IOException {
    List<Query> queries = new ArrayList<>();
    for (JsonNode panel : new ObjectMapper().readTree(FILE.toFile()).path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        String expression = target.path("expr").asText().replace("$__rate_interval", "1m");
        queries.add(new Query(panel.path("title").asText(), expression));
      }
    }
    return queries;
  }
}
