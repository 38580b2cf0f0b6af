package dev.ebb.desk.page;

import java.util.List;

/**
 * Two counts a day or week, drawn one upon the other on 1,000 x 120.
 *
 * @param isWeekly whether a bar stands for a week
 * @param highest both counts of the highest bar, as shown
 */
public record Bars(List<Bar> bars, boolean isWeekly, String highest) {
  public static final int WIDTH = 1_000;
  public static final int HEIGHT = 120;

  public Bars {
    bars = List.copyOf(bars);
  }

  /**
   * A day, or the week that begins with it.
   *
   * @param x of its left side
   * @param lower height of the count below
   * @param upper height of the count upon it
   */
  public record Bar(
      String day,
      String lowerCount,
      String upperCount,
      double x,
      double width,
      double lower,
      double upper) {}
}
