package dev.ebb.desk.page;

import java.util.List;

/**
 * What the team does, and how much it may take on.
 *
 * @param days how many days back the figures go
 * @param hours of the day in which anybody did anything, from the first to the last
 * @param team what all of them did
 * @param capacity how many new cases the agents of an hour may claim, as shown; null without a
 *     limit
 * @param openLimit as it is typed; empty without a limit
 * @param hourLimit as it is typed; empty without a limit
 */
public record TeamView(
    int days,
    List<String> hours,
    List<Row> agents,
    Row team,
    List<String> capacity,
    String openLimit,
    String hourLimit,
    List<Count> asked,
    List<Count> declined) {

  public TeamView {
    hours = List.copyOf(hours);
    agents = List.copyOf(agents);
    capacity = capacity == null ? null : List.copyOf(capacity);
    asked = List.copyOf(asked);
    declined = List.copyOf(declined);
  }

  /** Whether there is a limit. */
  public boolean isLimited() {
    return !openLimit.isEmpty() || !hourLimit.isEmpty();
  }

  /** What an agent did: by hour, and in all. */
  public record Row(String agent, List<Cell> cells, String outcomes) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * An hour of the day.
   *
   * @param claims a day on which the agent worked in that hour, as shown
   * @param heat 0 nothing to 4 at the capacity, or the busiest hour without a limit
   */
  public record Cell(String claims, int heat) {}

  /** So often. */
  public record Count(String label, String times, double length) {}
}
