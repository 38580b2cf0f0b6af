package dev.ebb.simulate;

import dev.ebb.event.EventKind;
import java.util.List;

/**
 * How a customer uses the phone when nothing is the matter.
 *
 * @param perDay mean records per day, by kind of {@link #KINDS}
 * @param amounts mean amount of one record, by kind of {@link #KINDS}
 * @param weekend level on Saturday and Sunday against other days
 * @param lateness hours by which the day is shifted, -1 to 2
 * @param circle number of people called
 * @param arpu usual spend per month, minor units
 * @param topupGap usual days between top-ups
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Habits(
    double[] perDay,
    double[] amounts,
    double weekend,
    int lateness,
    int circle,
    long arpu,
    int topupGap) {

  /** The kinds of use. */
  static final List<EventKind> KINDS =
      List.of(
          EventKind.VOICE_OUT,
          EventKind.VOICE_IN,
          EventKind.SMS_OUT,
          EventKind.SMS_IN,
          EventKind.DATA);

  /** Of an average customer's records. */
  private static final double[] SHARES = {0.27, 0.22, 0.05, 0.08, 0.38};

  /** Per day of an average customer: seconds, seconds, messages, messages, bytes. */
  private static final double[] DAILY = {330, 300, 1, 2, 450e6};

  private static final double MEDIAN_ARPU = 4_500;

  static Habits draw(Dice dice, double eventsPerDay) {
    double appetite = dice.logNormal(0.6);
    double[] perDay = new double[KINDS.size()];
    double[] amounts = new double[KINDS.size()];
    for (int i = 0; i < perDay.length; i++) {
      double taste = dice.logNormal(0.4);
      perDay[i] = eventsPerDay * SHARES[i] * appetite * taste;
      amounts[i] = DAILY[i] / (eventsPerDay * SHARES[i]);
    }
    double spending = StrictMath.sqrt(appetite) * dice.logNormal(0.6) * 1.2;
    return new Habits(
        perDay,
        amounts,
        dice.between(0.6, 1.4),
        dice.between(-1, 2),
        dice.between(6, 24),
        Math.max(800, Math.round(MEDIAN_ARPU * spending)),
        dice.between(9, 30));
  }
}
