package dev.ebb.backtest;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well a backtest saw what the truth knows. Every share is NaN where there is nothing to share.
 *
 * @param lastDay the data's last day, an epoch day; what lies beyond is unknown
 * @param customerDays judged customer-days of customers who had not left
 * @param lookAlikes by kind
 */
public record Measures(
    int lastDay,
    long customerDays,
    SortedMap<Slice, Part> parts,
    SortedMap<String, LookAlikes> lookAlikes) {

  /** The horizons, in days. */
  static final List<Horizon> HORIZONS =
      List.of(new Horizon(7), new Horizon(14), new Horizon(30), new Horizon(60));

  /** The share of customer-days that would be called upon if the risk alone decided. */
  static final double TOP = 0.10;

  /**
   * One part.
   *
   * @param alerts cases; of a rule or family those that it had a part in
   * @param afterLeaving those of them that came when the customer had gone; no measure counts them
   * @param leavers who were judged before they left
   * @param alertsPer1000 customers and day
   * @param lead days from the first alert within the longest horizon before leaving to leaving
   */
  public record Part(
      long alerts,
      long afterLeaving,
      int leavers,
      double alertsPer1000,
      Quartiles lead,
      List<AtHorizon> horizons) {}

  /**
   * What is seen of a horizon.
   *
   * @param days the horizon
   * @param customerDays those of which it is known whether the customer left within the horizon
   * @param baseRate share of them on which the customer did
   * @param auc of the day's risk over these customer-days; NaN for rules and families
   * @param top the days with the highest risks
   * @param alerts the cases; the precision and lift of a cause are NaN, as an alert tells none
   */
  public record AtHorizon(
      int days, long customerDays, double baseRate, double auc, Hits top, Hits alerts) {}

  /**
   * How well something chosen hits.
   *
   * @param precision share of the chosen that leave within the horizon
   * @param recall share of those who leave that is chosen: of customer-days for the top, of leavers
   *     for alerts
   * @param lift precision over the base rate of customer-days
   */
  public record Hits(double precision, double recall, double lift) {
    static final Hits NONE = new Hits(Double.NaN, Double.NaN, Double.NaN);
  }

  /** Nearest-rank quartiles; NaN of nothing. */
  public record Quartiles(double p25, double median, double p75) {
    static Quartiles of(List<Integer> values) {
      int[] sorted = values.stream().mapToInt(Integer::intValue).sorted().toArray();
      return new Quartiles(rank(sorted, 0.25), rank(sorted, 0.5), rank(sorted, 0.75));
    }

    private static double rank(int[] sorted, double share) {
      return sorted.length == 0
          ? Double.NaN
          : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
  }

  /**
   * Customers who stay but look like leaving.
   *
   * @param alerted those for whom at least one alert was raised
   * @param alerts raised for them; nobody leaves
   * @param rules how many of these alerts each rule had opened, alone or with others
   */
  public record LookAlikes(
      int customers, int alerted, int alerts, SortedMap<String, Integer> rules) {

    static LookAlikes of(int customers, List<Alarm> cases) {
      SortedMap<String, Integer> rules = new TreeMap<>();
      cases.forEach(alarm -> alarm.rules().forEach(rule -> rules.merge(rule, 1, Integer::sum)));
      long alerted = cases.stream().map(Alarm::customerId).distinct().count();
      return new LookAlikes(customers, (int) alerted, cases.size(), rules);
    }
  }
}
