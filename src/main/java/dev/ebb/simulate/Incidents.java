package dev.ebb.simulate;

/**
 * What befalls many customers at once. Days count from 0, the first day simulated.
 *
 * @param holidayFrom first of {@link #HOLIDAY_DAYS} days on which everybody uses less, or {@link
 *     #NEVER}
 * @param outageOn day on which the mediation of {@link Region#NORTH} loses nearly all usage
 *     records, or {@link #NEVER}
 */
public record Incidents(int holidayFrom, int outageOn) {

  /** The day of an incident that does not happen. */
  public static final int NEVER = -1;

  /** Length of the holiday. */
  public static final int HOLIDAY_DAYS = 3;

  /** Nothing happens. */
  public static final Incidents NONE = new Incidents(NEVER, NEVER);

  private static final double HOLIDAY_LEVEL = 0.5;
  private static final double OUTAGE_LOSS = 0.97;

  public Incidents {
    Bounds.whole("holidayFrom", holidayFrom, NEVER, SimulationSettings.MAX_DAYS);
    Bounds.whole("outageOn", outageOn, NEVER, SimulationSettings.MAX_DAYS);
  }

  double level(int day) {
    boolean holiday =
        holidayFrom != NEVER && day >= holidayFrom && day < holidayFrom + HOLIDAY_DAYS;
    return holiday ? HOLIDAY_LEVEL : 1;
  }

  double loss(Region region, int day) {
    return outageOn != NEVER && day == outageOn && region == Region.NORTH ? OUTAGE_LOSS : 0;
  }
}
