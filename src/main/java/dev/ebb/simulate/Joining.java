package dev.ebb.simulate;

/**
 * What a newcomer is to the next customer of the same household: that one under a new number, a
 * member of the family who gets a first line, or neither.
 *
 * @param again whether it is the other one, who has to be free to leave
 * @param first whether it is a first line
 * @param formerLeaves day on which the other one leaves; the new line may begin some days before
 */
record Joining(boolean again, boolean first, int formerLeaves) {

  private static final int HOUSEHOLD_SIZE = 3;
  private static final double AGAINST_OTHERS = 5;
  private static final double MOST = 0.5;
  private static final int OVERLAP_DAYS = 3;
  private static final int LONGEST_GAP_DAYS = 10;

  /** A newcomer is some times as likely to be one of these as others are to leave or to seem to. */
  static Joining draw(SimulationSettings settings, int newcomer, int firstDay) {
    Dice dice = Dice.of(settings.seed(), newcomer, Stream.JOINING);
    double again = Math.min(MOST, AGAINST_OTHERS * settings.leavers());
    double first = Math.min(MOST, AGAINST_OTHERS * settings.lookAlikes());
    double lot = dice.unit();
    int leaves = firstDay + OVERLAP_DAYS - dice.between(0, OVERLAP_DAYS + LONGEST_GAP_DAYS);
    boolean possible =
        leaves >= SimulationSettings.SETTLED_DAYS && Math.max(leaves, firstDay) < settings.days();
    boolean seen = firstDay < settings.days();
    return new Joining(
        lot < again && possible, lot >= again && lot < again + first && seen, leaves);
  }

  static int household(int number) {
    return number / HOUSEHOLD_SIZE;
  }

  /** Whom a newcomer may have been. */
  static int former(int newcomer) {
    return inHousehold(newcomer, 1);
  }

  /** The newcomer who may be this customer. */
  static int newcomer(int former) {
    return inHousehold(former, HOUSEHOLD_SIZE - 1);
  }

  private static int inHousehold(int number, int step) {
    return household(number) * HOUSEHOLD_SIZE + (number + step) % HOUSEHOLD_SIZE;
  }
}
