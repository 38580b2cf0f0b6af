package dev.ebb.simulate;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What to simulate. Equal settings give equal bytes.
 *
 * @param customers 1 to 10,000,000
 * @param days length of the span, 1 to {@link #MAX_DAYS}; nobody leaves before day {@link
 *     #SETTLED_DAYS}
 * @param seed any
 * @param start the first day
 * @param zone the operator's zone
 * @param eventsPerDay mean of usage records per customer and day, 0.1 to 200; minutes and bytes per
 *     week do not depend on it, fewer records are longer ones
 * @param leavers share of customers that leave within the span, 0 to 1; a few whose closest contact
 *     they are follow them, and a few newcomers are leavers who join again
 * @param lookAlikes share that looks like leaving and stays, 0 to 1; together at most 1
 */
public record SimulationSettings(
    int customers,
    int days,
    long seed,
    LocalDate start,
    ZoneId zone,
    double eventsPerDay,
    double leavers,
    double lookAlikes,
    Dirt dirt,
    Incidents incidents) {

  /** The longest span. */
  public static final int MAX_DAYS = 3_650;

  /** Days of undisturbed habit that everybody has before they may leave. */
  public static final int SETTLED_DAYS = 45;

  public SimulationSettings {
    Bounds.whole("customers", customers, 1, 10_000_000);
    Bounds.whole("days", days, 1, MAX_DAYS);
    Bounds.number("eventsPerDay", eventsPerDay, 0.1, 200);
    Bounds.share("leavers", leavers, 1);
    Bounds.share("lookAlikes", lookAlikes, 1);
    Bounds.share("leavers + lookAlikes", leavers + lookAlikes, 1);
  }

  /** The usual population from 5 January 2026 on, in Shanghai, with the usual dirt. */
  public static SimulationSettings of(int customers, int days, long seed) {
    return new SimulationSettings(
        customers,
        days,
        seed,
        LocalDate.of(2026, 1, 5),
        ZoneId.of("Asia/Shanghai"),
        6,
        0.08,
        0.10,
        Dirt.USUAL,
        Incidents.NONE);
  }

  /** Another first day, in another zone. */
  public SimulationSettings startingOn(LocalDate newStart, ZoneId newZone) {
    return new SimulationSettings(
        customers,
        days,
        seed,
        newStart,
        newZone,
        eventsPerDay,
        leavers,
        lookAlikes,
        dirt,
        incidents);
  }

  /** Another number of usage records. */
  public SimulationSettings withEventsPerDay(double newEventsPerDay) {
    return new SimulationSettings(
        customers, days, seed, start, zone, newEventsPerDay, leavers, lookAlikes, dirt, incidents);
  }

  /** Other shares of leavers and of those who look like them. */
  public SimulationSettings withShares(double newLeavers, double newLookAlikes) {
    return new SimulationSettings(
        customers,
        days,
        seed,
        start,
        zone,
        eventsPerDay,
        newLeavers,
        newLookAlikes,
        dirt,
        incidents);
  }

  /** Other dirt. */
  public SimulationSettings with(Dirt newDirt) {
    return new SimulationSettings(
        customers, days, seed, start, zone, eventsPerDay, leavers, lookAlikes, newDirt, incidents);
  }

  /** Other incidents. */
  public SimulationSettings with(Incidents newIncidents) {
    return new SimulationSettings(
        customers, days, seed, start, zone, eventsPerDay, leavers, lookAlikes, dirt, newIncidents);
  }

  /** Start of a day in epoch milliseconds; day 0 is the first. */
  public long startOf(int day) {
    return start.plusDays(day).atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
