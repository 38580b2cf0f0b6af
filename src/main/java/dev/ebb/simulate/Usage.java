package dev.ebb.simulate;

import dev.ebb.event.EventKind;
import dev.ebb.event.PeerNetwork;
import java.time.DayOfWeek;

/** Calls, messages and data of a day. */
final class Usage {

  /** How busy each hour is, from midnight: two peaks, and a night. */
  private static final double[] HOURS = {
    1, 0.6, 0.3, 0.2, 0.2, 0.4, 1.2, 2.5, 4, 5, 5.5, 5.5, 5, 4.2, 4.5, 4.8, 5, 5.5, 6, 6.5, 6.5,
    5.5, 3.5, 2
  };

  private static final double DAY_SIGMA = 0.3;
  private static final double AMOUNT_SIGMA = 0.6;
  private static final long PEER_STRIDE = 7;

  private final Incidents incidents;

  Usage(Incidents incidents) {
    this.incidents = incidents;
  }

  void of(CustomerDay today, DayOfWeek weekday, Dice dice) {
    Customer customer = today.customer();
    Habits habits = customer.habits();
    Levels levels = customer.fate().levels(today.day());
    double mood = dice.logNormal(DAY_SIGMA) * incidents.level(today.day());
    if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
      mood *= habits.weekend();
    }
    double loss = incidents.loss(customer.traits().region(), today.day());
    for (int i = 0; i < habits.perDay().length; i++) {
      EventKind kind = Habits.KINDS.get(i);
      int records = dice.count(habits.perDay()[i] * mood * level(levels, kind));
      for (int n = 0; n < records; n++) {
        record(today, kind, habits.amounts()[i], loss, dice);
      }
    }
  }

  private static double level(Levels levels, EventKind kind) {
    return switch (kind) {
      case VOICE_IN, SMS_IN -> levels.in();
      case DATA -> levels.data();
      default -> levels.out();
    };
  }

  private static void record(
      CustomerDay today, EventKind kind, double mean, double loss, Dice dice) {
    Habits habits = today.customer().habits();
    int hour = Math.floorMod(dice.pick(HOURS) + habits.lateness(), 24);
    int second = hour * 3600 + dice.between(0, 3599);
    long amount = Math.max(1, Math.round(mean * dice.logNormal(AMOUNT_SIGMA)));
    PeerNetwork network = kind == EventKind.DATA ? PeerNetwork.UNKNOWN : network(dice);
    int peer = kind == EventKind.DATA ? 0 : peer(today.customer(), network, dice);
    if (!dice.chance(loss)) {
      today.use(kind, second, amount, peer, network);
    }
  }

  private static PeerNetwork network(Dice dice) {
    return switch (dice.pick(0.6, 0.38, 0.02)) {
      case 0 -> PeerNetwork.ON_NET;
      case 1 -> PeerNetwork.OFF_NET;
      default -> PeerNetwork.INTERNATIONAL;
    };
  }

  /** Few are called often: the nearest of the circle most of all. */
  private static int peer(Customer customer, PeerNetwork network, Dice dice) {
    double near = dice.unit();
    int step = 1 + (int) (near * near * customer.habits().circle());
    if (network != PeerNetwork.ON_NET) {
      return (int) ((customer.number() * 31L + step * PEER_STRIDE) % 90_000_000);
    }
    int block = customer.number() / 32 * 32;
    return block + (customer.number() - block + step) % 32;
  }
}
