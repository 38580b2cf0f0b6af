package dev.ebb.risk;

import dev.ebb.ledger.Days;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * On which dates the customers of mid or high value are fixed as a cohort, and when a member counts
 * as lost. Retention is measured on such a fixed set, so that it does not matter who joins later.
 *
 * @param dates the dates; empty for the first day of every quarter
 * @param followMonths how long a cohort is followed, 1 to 12 months
 * @param lowArpu a month with less spend is low, minor units
 * @param lowVoiceSeconds so is one with less outgoing voice, by the group's definition
 * @param lostMonths so many low months make a member lost, 1 to 12
 */
public record Cohorts(
    List<LocalDate> dates, int followMonths, long lowArpu, long lowVoiceSeconds, int lostMonths)
    implements Serializable {

  /** Every quarter, for a year; 50 yuan, 100 minutes, three months. */
  public static final Cohorts DEFAULT = new Cohorts(List.of(), 12, 5_000, 6_000, 3);

  private static final int QUARTER = 3;
  private static final int MONTHS_KEPT = 12;

  public Cohorts {
    dates = dates.stream().distinct().sorted().toList();
    checkMonths("follow-months", followMonths);
    checkMonths("lost-months", lostMonths);
    if (lowArpu < 0 || lowVoiceSeconds < 0) {
      throw new IllegalArgumentException(
          "low ARPU and voice must be at least 0 but were %d and %d"
              .formatted(lowArpu, lowVoiceSeconds));
    }
  }

  private static void checkMonths(String name, int months) {
    if (months < 1 || months > MONTHS_KEPT) {
      throw new IllegalArgumentException(name + " must be 1 to 12 but was " + months);
    }
  }

  /** Whether a cohort is fixed at the close of this day. */
  public boolean begins(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    return dates.isEmpty()
        ? date.getDayOfMonth() == 1 && date.getMonthValue() % QUARTER == 1
        : dates.contains(date);
  }

  /** The last day on which a cohort is followed, epoch day. */
  public int lastDay(int snapshot) {
    return (int) LocalDate.ofEpochDay(snapshot).plusMonths(followMonths).toEpochDay() - 1;
  }

  /** The first whole month of a cohort; that of the snapshot if it was taken on the first day. */
  public static int firstMonth(int snapshot) {
    return Days.monthOf(snapshot - 1) + 1;
  }

  /** The last month that counts by this definition. */
  public static int lastMonth(int snapshot, LostBy definition) {
    int month = Days.monthOf(snapshot);
    return definition == LostBy.CIRCLE ? month - Math.floorMod(month, 12) + 11 : Integer.MAX_VALUE;
  }
}
