package dev.ebb.risk;

import dev.ebb.event.Feed;
import dev.ebb.event.Profile;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What a customer is worth. The average is over the newest {@link #MONTHS} completed calendar
 * months that are known; failing that the plan's fee; failing that the last 30 days.
 *
 * @param diamondPoints points of the year from which a customer holds the diamond card
 * @param goldPoints the same for gold
 * @param silverPoints the same for silver
 * @param valuedArpu minor units a month from which a customer without a card is valued
 * @param valuedVoiceSeconds outgoing voice a month that a valued customer needs, where it is known
 * @param knownDaysOfMonth days that a feed must cover for a month to count, 1 to 28
 * @param top who is of mid or high value because others of the region spend less
 * @param cohorts when the customers of mid or high value are fixed as a cohort
 */
public record Valuation(
    int diamondPoints,
    int goldPoints,
    int silverPoints,
    long valuedArpu,
    long valuedVoiceSeconds,
    int knownDaysOfMonth,
    TopShare top,
    Cohorts cohorts)
    implements Serializable {

  /** The shipped thresholds: 11,000, 6,000 and 3,000 points; 120 yuan and 100 minutes; 25 days. */
  public static final Valuation DEFAULT =
      new Valuation(11_000, 6_000, 3_000, 12_000, 6_000, 25, TopShare.DEFAULT, Cohorts.DEFAULT);

  private static final int MONTHS = 3;
  private static final int MONTHS_KEPT = 12;
  private static final int RECENT_DAYS = 30;

  public Valuation {
    if (!(silverPoints > 0 && goldPoints > silverPoints && diamondPoints > goldPoints)) {
      throw new IllegalArgumentException(
          "points must be 0 < silver < gold < diamond but were %d, %d, %d"
              .formatted(silverPoints, goldPoints, diamondPoints));
    }
    if (valuedArpu < 0 || valuedVoiceSeconds < 0) {
      throw new IllegalArgumentException(
          "valued ARPU and voice must be at least 0 but were %d and %d"
              .formatted(valuedArpu, valuedVoiceSeconds));
    }
    if (knownDaysOfMonth < 1 || knownDaysOfMonth > 28) {
      throw new IllegalArgumentException(
          "known days of a month must be 1 to 28 but was " + knownDaysOfMonth);
    }
  }

  /** The value of a customer of whose region nothing is known. */
  public Value of(History history, Profile profile) {
    return of(history, profile, Long.MAX_VALUE);
  }

  /**
   * The value at the close of the history's last day.
   *
   * @param profile may be null
   * @param topFrom spend a month from which on a customer of this region is of mid or high value
   *     whatever else holds, minor units
   */
  public Value of(History history, Profile profile, long topFrom) {
    long arpu = arpu(history, profile);
    return new Value(arpu, tier(isMidHigh(arpu, history, topFrom), profile));
  }

  /**
   * Whether a customer is of mid or high value, with a card or without one.
   *
   * @param arpu minor units a month
   */
  public boolean isMidHigh(long arpu, History history, long topFrom) {
    return arpu >= topFrom || (arpu >= valuedArpu && callsEnough(history));
  }

  /** The mean spend of the known months, minor units; nothing where no month is known. */
  public OptionalLong knownArpu(History history) {
    int[] months = knownMonths(history, Feed.SPEND);
    return months.length > 0
        ? OptionalLong.of(Math.max(0, mean(history, Measure.SPEND, months)))
        : OptionalLong.empty();
  }

  private long arpu(History history, Profile profile) {
    OptionalLong known = knownArpu(history);
    if (known.isPresent()) {
      return known.getAsLong();
    }
    if (profile != null && profile.plan() != null) {
      return profile.plan().monthlyFee();
    }
    return Math.max(0, recent(history, Measure.SPEND));
  }

  private Tier tier(boolean midHigh, Profile profile) {
    int points = profile == null || profile.points() == null ? 0 : profile.points();
    if (points >= diamondPoints) {
      return Tier.DIAMOND;
    }
    if (points >= goldPoints) {
      return Tier.GOLD;
    }
    if (points >= silverPoints) {
      return Tier.SILVER;
    }
    return midHigh ? Tier.VALUED : Tier.STANDARD;
  }

  private boolean callsEnough(History history) {
    int[] months = knownMonths(history, Feed.USAGE);
    if (months.length > 0) {
      return mean(history, Measure.VOICE_OUT, months) >= valuedVoiceSeconds;
    }
    int day = history.lastDay();
    return history.knownDays(Feed.USAGE, day - RECENT_DAYS + 1, day) < knownDaysOfMonth
        || recent(history, Measure.VOICE_OUT) >= valuedVoiceSeconds;
  }

  /** Whether a feed covered enough of a month for it to count. */
  public boolean knows(History history, Feed feed, int month) {
    return history.monthKnownDays(feed, month) >= knownDaysOfMonth;
  }

  private int[] knownMonths(History history, Feed feed) {
    LocalDate next = LocalDate.ofEpochDay(history.lastDay()).plusDays(1);
    int open = next.getYear() * 12 + next.getMonthValue() - 1;
    return IntStream.rangeClosed(1, MONTHS_KEPT)
        .map(back -> open - back)
        .filter(month -> knows(history, feed, month))
        .limit(MONTHS)
        .toArray();
  }

  private static long mean(History history, Measure measure, int[] months) {
    return Math.round(
        Arrays.stream(months)
            .mapToLong(month -> history.month(measure, month))
            .average()
            .orElse(0));
  }

  private static long recent(History history, Measure measure) {
    return history.sum(measure, history.lastDay() - RECENT_DAYS + 1, history.lastDay());
  }
}
