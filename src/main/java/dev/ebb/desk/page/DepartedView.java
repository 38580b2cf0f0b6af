package dev.ebb.desk.page;

import java.util.List;

/**
 * Those who have left.
 *
 * @param days how many days back the figures go
 * @param due how many calls are due, as shown
 * @param results of calls that were made
 */
public record DepartedView(
    int days, String due, List<TeamView.Count> results, List<Gone> departed) {

  public DepartedView {
    results = List.copyOf(results);
    departed = List.copyOf(departed);
  }

  /** One of the departed. */
  public record Gone(
      String number,
      String at,
      String how,
      String cause,
      String knownBy,
      String tier,
      String worth,
      String next) {}
}
