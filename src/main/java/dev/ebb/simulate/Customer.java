package dev.ebb.simulate;

import java.nio.charset.StandardCharsets;

/** One simulated customer. */
final class Customer {

  /** Of those whose closest contact leaves, how many follow. */
  private static final double FOLLOWERS = 0.2;

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
    Fate fate = fate(settings, number, traits);
    long leftAt =
        fate.isLeaver()
            ? settings.startOf(fate.leftDay()) + fate.leftSecond() * 1_000L
            : Long.MAX_VALUE;
    int firstTopup = traits.firstDay() + dice.between(0, habits.topupGap());
    return new Customer(number, habits, traits, fate, leftAt, firstTopup);
  }

  private static Fate fate(SimulationSettings settings, int number, Traits traits) {
    Fate own = ownFate(settings, number, traits);
    int closest = new Circle(number).closest();
    if (own != Fate.UNEVENTFUL || closest < 0 || traits.firstDay() > 0) {
      return own;
    }
    Dice dice = Dice.of(settings.seed(), number, Stream.FOLLOWING);
    if (!dice.chance(FOLLOWERS)) {
      return own;
    }
    Fate other = ownFate(settings, closest, traits(settings, closest));
    int day = other.isLeaver() ? other.leftDay() + dice.between(5, 25) : Integer.MAX_VALUE;
    boolean told = other.isLeaver() && other.cause().isAnnounced();
    return told && day < settings.days() ? Departures.following(dice, day) : own;
  }

  /** What would become of a customer who is alone in the world. */
  private static Fate ownFate(SimulationSettings settings, int number, Traits traits) {
    return traits.firstDay() > 0
        ? Fate.UNEVENTFUL
        : new Fates(settings).draw(Dice.of(settings.seed(), number, Stream.FATE), traits);
  }

  private static Traits traits(SimulationSettings settings, int number) {
    Dice dice = Dice.of(settings.seed(), number, Stream.CHARACTER);
    return Traits.draw(dice, Habits.draw(dice, settings.eventsPerDay()), settings.days());
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
