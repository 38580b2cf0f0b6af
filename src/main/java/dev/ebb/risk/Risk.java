package dev.ebb.risk;

import dev.ebb.signal.Family;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The chance to leave within 60 days, in [0, 1]. Signals of one family see the same thing, so the
 * strongest counts; families are independent, so they combine as a noisy-or: {@code 1 - product of
 * (1 - weight x strength x decay)}.
 */
public final class Risk {

  private Risk() {}

  /**
   * What one signal adds.
   *
   * @param weight chance of leaving on this signal alone, in (0, 1]
   * @param strength in [0, 1], also below the alarm
   * @param ageMillis since the signal was last confirmed; 0 or less for one confirmed now
   * @param halfLife after this age the signal counts half
   */
  public record Share(
      Family family, double weight, double strength, long ageMillis, Duration halfLife) {

    /** Weight x strength x decay, in [0, 1]. */
    public double size() {
      return weight * strength * decay();
    }

    private double decay() {
      return ageMillis <= 0 ? 1 : Math.pow(0.5, (double) ageMillis / halfLife.toMillis());
    }
  }

  /** The risk of a customer with these signals; 0 without any. */
  public static double of(Iterable<Share> shares) {
    Map<Family, Double> strongest = new EnumMap<>(Family.class);
    for (Share share : shares) {
      strongest.merge(share.family(), share.size(), Math::max);
    }
    double stays = 1;
    for (double size : strongest.values()) {
      stays *= 1 - size;
    }
    return 1 - stays;
  }
}
