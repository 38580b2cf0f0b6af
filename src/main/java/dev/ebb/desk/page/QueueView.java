package dev.ebb.desk.page;

import java.util.List;
import java.util.Map;

/**
 * The queue, best case first.
 *
 * @param total cases that match, shown or not
 * @param facets what may be filtered by
 * @param chosen what is filtered by, as in the address; also {@code q}, {@code mine}, {@code
 *     overdue}
 * @param more address of the next page, or null
 */
public record QueueView(
    List<QueueRow> rows, long total, List<Facet> facets, Map<String, String> chosen, String more) {

  public QueueView {
    rows = List.copyOf(rows);
    facets = List.copyOf(facets);
    chosen = Map.copyOf(chosen);
  }

  /** What is filtered by under this name; empty for nothing. */
  public String chosen(String name) {
    return chosen.getOrDefault(name, "");
  }

  /** Whether anything is filtered at all. */
  public boolean isFiltered() {
    return chosen.values().stream().anyMatch(value -> !value.isEmpty());
  }

  /** A choice. */
  public record Facet(String name, String label, List<Option> options) {
    public Facet {
      options = List.copyOf(options);
    }
  }

  /** One of a choice's values. */
  public record Option(String value, String label) {}
}
