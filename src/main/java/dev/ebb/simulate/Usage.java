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
    if (kind == EventKind.DATA) {
      if (!dice.chance(loss)) {
        today.use(kind, second, amount, 0, PeerNetwork.UNKNOWN);
      }
      return;
    }
    int step = step(today, dice);
    Circle circle = new Circle(today.customer().number());
    if (!dice.chance(loss)) {
      today.use(kind, second, amount, circle.person(step), circle.network(step));
    }
  }

  /** Few are called often: the nearest of the circle most of all. */
  private static int step(CustomerDay today, Dice dice) {
    Customer customer = today.customer();
    double near = dice.unit();
    double people = customer.habits().circle() * customer.fate().levels(today.day()).circle();
    return 1 + (int) (near * near * people);
  }
}
