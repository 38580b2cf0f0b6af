package dev.ebb.simulate;

import java.nio.charset.StandardCharsets;

/** One simulated customer. */
final class Customer {

  private final int number;
  private final Habits habits;
  private final Traits traits;
  private final Fate fate;
  private final long leftAt;
  private int nextTopup;

  Customer(int number, Habits habits, Traits traits, Fate fate, long leftAt, int nextTopup) {
    this.number = number;
    this.habits = habits;
    this.traits = traits;
    this.fate = fate;
    this.leftAt = leftAt;
    this.nextTopup = nextTopup;
  }

  static Customer draw(SimulationSettings settings, int number) {
    Dice dice = Dice.of(settings.seed(), number, Stream.CHARACTER);
    Habits habits = Habits.draw(dice, settings.eventsPerDay());
    Traits traits = Traits.draw(dice, habits, settings.days());
    Fate fate = new Lives(settings).fateOf(number, traits);
    long leftAt =
        fate.isLeaver()
            ? settings.startOf(fate.leftDay()) + fate.leftSecond() * 1_000L
            : Long.MAX_VALUE;
    int firstTopup = traits.firstDay() + dice.between(0, habits.topupGap());
    return new Customer(number, habits, traits, fate, leftAt, firstTopup);
  }

  int number() {
    return number;
  }

  String id() {
    return PhoneNumbers.ours(number);
  }

  byte[] key() {
    return id().getBytes(StandardCharsets.US_ASCII);
  }

  Habits habits() {
    return habits;
  }

  Traits traits() {
    return traits;
  }

  Fate fate() {
    return fate;
  }

  /** The instant of leaving; {@link Long#MAX_VALUE} for those who stay. */
  long leftAt() {
    return leftAt;
  }

  boolean isThere(int day) {
    return day >= traits.firstDay() && day <= fate.leftDay();
  }

  int nextTopup() {
    return nextTopup;
  }

  void topUpNext(int day) {
    nextTopup = day;
  }
}
