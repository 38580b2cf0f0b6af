package dev.ebb.cli;

import dev.ebb.simulate.Dirt;
import dev.ebb.simulate.Incidents;
import dev.ebb.simulate.SimulationSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** What to simulate, from the command line. */
final class SimulationOptions {

  private static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Option(
      names = "--customers",
      defaultValue = "1000",
      paramLabel = "N",
      description = "Number of customers, 1 to 10,000,000." + DEFAULT)
  private int customers;

  @Option(
      names = "--days",
      defaultValue = "120",
      paramLabel = "N",
      description = "Length in days, 1 to 3,650; nobody leaves before day 45." + DEFAULT)
  private int days;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Another number, another population." + DEFAULT)
  private long seed;

  @Option(
      names = "--start",
      defaultValue = "2026-01-05",
      paramLabel = "DATE",
      description = "The first day." + DEFAULT)
  private LocalDate start;

  @Option(
      names = "--zone",
      defaultValue = "Asia/Shanghai",
      description = "The operator's time zone." + DEFAULT)
  private ZoneId zone;

  @Option(
      names = "--events-per-day",
      defaultValue = "6",
      paramLabel = "X",
      description = "Mean of usage records per customer and day, 0.1 to 200." + DEFAULT)
  private double eventsPerDay;

  @Option(
      names = "--leavers",
      defaultValue = "0.08",
      paramLabel = "SHARE",
      description = "Share of customers who leave, 0 to 1." + DEFAULT)
  private double leavers;

  @Option(
      names = "--lookalikes",
      defaultValue = "0.10",
      paramLabel = "SHARE",
      description = "Share that only looks like leaving, 0 to 1." + DEFAULT)
  private double lookAlikes;

  @Option(
      names = "--holiday-on",
      defaultValue = "-1",
      paramLabel = "DAY",
      description = "First of three days of public holiday, counted from 0; -1: none.")
  private int holidayOn;

  @Option(
      names = "--outage-on",
      defaultValue = "-1",
      paramLabel = "DAY",
      description = "Day on which the records of region north are lost; -1: none.")
  private int outageOn;

  @Option(
      names = "--clean",
      description = "No duplicates, no disorder, nothing late, nothing broken.")
  private boolean clean;

  /** The settings; an {@link IllegalArgumentException} says what is out of bounds. */
  SimulationSettings settings() {
    return SimulationSettings.of(customers, days, seed)
        .startingOn(start, zone)
        .withEventsPerDay(eventsPerDay)
        .withShares(leavers, lookAlikes)
        .with(clean ? Dirt.NONE : Dirt.USUAL)
        .with(new Incidents(holidayOn, outageOn));
  }

  /** The same, ending today: no event may lie in the future of a broker's clock. */
  SimulationSettings endingToday(SimulationSettings settings) {
    return settings.startingOn(LocalDate.now(zone).minusDays(settings.days()), zone);
  }
}
