package dev.ebb.simulate;

/** What becomes of customers by themselves and through one another, whoever is drawn first. */
final class Lives {

  /** Of those whose closest contact leaves, how many follow. */
  private static final double FOLLOWERS = 0.2;

  private final SimulationSettings settings;
  private final Fates fates;

  Lives(SimulationSettings settings) {
    this.settings = settings;
    this.fates = new Fates(settings);
  }

  Fate fateOf(int number, Traits traits) {
    if (isNewcomer(traits)) {
      return newcomer(number, traits);
    }
    Fate fate = withoutHousehold(number);
    int newcomer = Joining.newcomer(number);
    Traits theirs = traits(newcomer);
    if (fate != Fate.UNEVENTFUL || !isNewcomer(theirs)) {
      return fate;
    }
    Joining joining = Joining.draw(settings, newcomer, theirs.firstDay());
    return joining.again()
        ? Departures.joiningAgain(dice(number, Stream.LEAVING_TO_JOIN), joining.formerLeaves())
        : fate;
  }

  private Fate newcomer(int number, Traits traits) {
    int former = Joining.former(number);
    Traits theirs = traits(former);
    if (isNewcomer(theirs)) {
      return Fate.UNEVENTFUL;
    }
    Fate others = withoutHousehold(former);
    Joining joining = Joining.draw(settings, number, traits.firstDay());
    if (joining.again() && others == Fate.UNEVENTFUL) {
      return Fate.joiningAgain(former, traits.firstDay());
    }
    return joining.first() && theirs.household() && !others.isLeaver()
        ? Fate.FIRST_LINE
        : Fate.UNEVENTFUL;
  }

  /** What becomes of one who was there from the start, if nobody joins the household. */
  private Fate withoutHousehold(int number) {
    Fate own = ownFate(number, traits(number));
    int closest = new Circle(number).closest();
    if (own != Fate.UNEVENTFUL || closest < 0) {
      return own;
    }
    Dice dice = dice(number, Stream.FOLLOWING);
    if (!dice.chance(FOLLOWERS)) {
      return own;
    }
    Fate other = ownFate(closest, traits(closest));
    int day = other.isLeaver() ? other.leftDay() + dice.between(5, 25) : Integer.MAX_VALUE;
    boolean told = other.isLeaver() && other.cause().isAnnounced();
    return told && day < settings.days() ? Departures.following(dice, day) : own;
  }

  /** What would become of a customer who is alone in the world. */
  private Fate ownFate(int number, Traits traits) {
    return isNewcomer(traits) ? Fate.UNEVENTFUL : fates.draw(dice(number, Stream.FATE), traits);
  }

  private static boolean isNewcomer(Traits traits) {
    return traits.firstDay() > 0;
  }

  private Traits traits(int number) {
    Dice dice = dice(number, Stream.CHARACTER);
    return Traits.draw(dice, Habits.draw(dice, settings.eventsPerDay()), settings.days());
  }

  private Dice dice(int number, long stream) {
    return Dice.of(settings.seed(), number, stream);
  }
}
