package dev.ebb.desk.page;

import dev.ebb.retention.CaseMessage.Series;

/**
 * 56 days of minutes in a row of the queue: each week's mean against the customer's own baseline.
 *
 * @param line path of the mean
 * @param shore y of the baseline, or null
 */
public record Spark(String line, Double shore) {
  /** Width of the drawing. */
  public static final int WIDTH = 96;

  /** Height of the drawing. */
  public static final int HEIGHT = 26;

  /** Of a case's days, or null where they are not known. */
  static Spark of(Series series) {
    if (series == null || series.mou().length == 0) {
      return null;
    }
    Scale scale = Scale.ofWeeks(series.mou(), WIDTH, HEIGHT);
    return new Spark(scale.line(), scale.baseline());
  }
}
