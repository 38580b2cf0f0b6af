package dev.ebb.desk.page;

import java.util.List;

/**
 * 56 days of a customer, drawn: minutes above, spend below, on one axis of days. All lengths are in
 * units of the drawing, which is {@link #WIDTH} wide.
 *
 * @param weekStart x where the last seven days begin
 * @param marks what happened, by day
 * @param ticks days named below
 * @param days what can be read at each day, oldest first
 */
public record Chart(
    Panel minutes,
    Panel spend,
    double weekStart,
    List<Mark> marks,
    List<Tick> ticks,
    List<Day> days) {

  /** Width of the drawing. */
  public static final int WIDTH = 560;

  /** Height of one panel. */
  public static final int HEIGHT = 96;

  public Chart {
    marks = List.copyOf(marks);
    ticks = List.copyOf(ticks);
    days = List.copyOf(days);
  }

  /**
   * One measure over the days.
   *
   * @param line path of the mean of seven days
   * @param band own baseline between its quartiles, null where too little is known
   * @param most the value at the panel's upper edge, as shown
   */
  public record Panel(List<Bar> bars, String line, Band band, String most) {
    public Panel {
      bars = List.copyOf(bars);
    }
  }

  /** A day's value. */
  public record Bar(double x, double y, double width, double height) {}

  /** From {@code y} downwards; {@code middle} is the median's y. */
  public record Band(double y, double height, double middle) {}

  /**
   * Something that happened on a day.
   *
   * @param kind signal, plan or contact
   */
  public record Mark(double x, String kind, String text) {}

  /** A day that is named. */
  public record Tick(double x, String text) {}

  /** What is read at a day; {@code event} may be empty. */
  public record Day(double x, String day, String minutes, String spend, String event) {}
}
