package dev.ebb.desk.page;

import java.util.List;

/**
 * The rules: what they do and whether they are on.
 *
 * @param days how many days back the figures go
 * @param chart alerts and withheld by day, or by week where there are many days
 */
public record RulesView(int days, Bars chart, List<Reason> reasons, List<Line> rules) {

  public RulesView {
    reasons = List.copyOf(reasons);
    rules = List.copyOf(rules);
  }

  /** So many cases were withheld for this reason. */
  public record Reason(String reason, String cases, double length) {}

  /**
   * A rule.
   *
   * @param state active, shadow, off or moving: decided, and the job has not taken it yet
   * @param told who did what last, in a sentence, or null
   * @param request what somebody asks for, in a sentence, or null
   * @param requestId which request that is; 0 for none
   * @param isOwn whether the viewer has asked for it
   * @param bars alerts by day or week, 0 to 100
   * @param wrongFor the reasons for which it was wrong, with how often
   * @param withheld the reasons for which its cases were withheld, with how often
   */
  public record Line(
      String id,
      String title,
      String state,
      String told,
      String request,
      long requestId,
      boolean isOwn,
      List<Double> bars,
      String cases,
      String worked,
      String wrong,
      String wrongFor,
      String saved,
      String left,
      String precision,
      String withheld) {

    public Line {
      bars = List.copyOf(bars);
    }
  }
}
