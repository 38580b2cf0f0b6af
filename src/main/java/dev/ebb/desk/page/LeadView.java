package dev.ebb.desk.page;

import java.util.List;

/**
 * Whether it all helps. Lengths of bars are whole per cent of the room there is.
 *
 * @param days how many days back the figures go
 * @param lead median days from the first alert to the exit, as shown
 * @param knownCauses share of exits whose cause is known, as shown
 */
public record LeadView(
    int days,
    List<Rate> rates,
    List<Step> funnel,
    String lead,
    List<Gain> gains,
    List<Cause> causes,
    String knownCauses) {

  /** The retention rate that is aimed at. */
  public static final int TARGET = 93;

  public LeadView {
    rates = List.copyOf(rates);
    funnel = List.copyOf(funnel);
    gains = List.copyOf(gains);
    causes = List.copyOf(causes);
  }

  /** A retention rate and what it means, word for word. */
  public record Rate(String share, String of, String meaning, boolean isReached, double length) {}

  /** How far the cases came. */
  public record Step(String label, String count, String share, double length) {}

  /**
   * Treated against held out.
   *
   * @param difference fewer of the treated left, as shown; null where there is nothing to compare
   */
  public record Gain(
      String playbook,
      String treated,
      String heldOut,
      String difference,
      double low,
      double middle,
      double high) {}

  /**
   * Why people left.
   *
   * @param sum with all more frequent causes, as shown
   * @param length of all exits
   * @param sumBefore of all exits, before this cause
   * @param sumAfter of all exits, with this cause
   */
  public record Cause(
      String cause,
      String exits,
      String sum,
      boolean isKnown,
      double length,
      double sumBefore,
      double sumAfter) {}
}
