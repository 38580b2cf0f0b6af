package dev.ebb.simulate;

import dev.ebb.event.Care;
import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How each kind of leaver goes. Every decline starts after {@link #UNDISTURBED} days of habit. */
final class Departures {

  private static final int UNDISTURBED = 36;
  private static final int LONG_DAYS = 32;

  private final Dice dice;
  private final int day;
  private final int second;

  private Departures(Dice dice, int day) {
    this.dice = dice;
    this.day = day;
    this.second = dice.between(9 * 3600, 20 * 3600);
  }

  /** Who cannot leave in the way that the dice say fades slowly. */
  static Fate draw(Dice dice, int leftDay, Traits traits) {
    Cause cause = Cause.draw(dice);
    boolean possible =
        switch (cause) {
          case QUIET_TOPUPS -> traits.isPrepaid();
          case ARREARS -> !traits.isPrepaid();
          case DOWNGRADE -> traits.cheaperPlan() != traits.plan();
          case MOVED_AWAY, SHRINKING_CIRCLE -> leftDay >= UNDISTURBED + LONG_DAYS;
          default -> true;
        };
    return new Departures(dice, leftDay).by(possible ? cause : Cause.SLOW_FADE);
  }

  /** Leaves because another has, who was called most. */
  static Fate following(Dice dice, int leftDay) {
    return new Departures(dice, leftDay).by(Cause.CLOSE_CONTACT_LEFT);
  }

  /** Leaves a line whose discount has ended for a new one, and uses it as ever to the end. */
  static Fate joiningAgain(Dice dice, int leftDay) {
    return new Departures(dice, leftDay).by(Cause.JOINS_AGAIN);
  }

  private Fate by(Cause cause) {
    return switch (cause) {
      case SLOW_FADE -> fading(cause, 18, 42, new Levels(0.06, 0.3, 0.08, 0.4));
      case SUDDEN_STOP -> leaving(cause, List.of());
      case PLAN_LAPSE -> afterLapse();
      case COMPLAINT -> afterComplaints();
      case QUIET_TOPUPS -> fading(cause, 40, 60, new Levels(0.35, 0.7, 0.35, 0.3));
      case SECOND_SIM -> fading(cause, 28, 45, new Levels(0.15, 0.95, 0.2, 0.6));
      case PORT_OUT -> portingOut();
      case RIVAL_OFFER -> afterRivalCalls();
      case FORWARDED -> afterForwarding();
      case DOWNGRADE -> afterDowngrade();
      case ARREARS -> afterBarring();
      case LEFT_EMPLOYER -> afterLeavingTheEmployer();
      case MOVED_AWAY -> afterMovingAway();
      case SHRINKING_CIRCLE -> inShrinkingCircle();
      case CLOSE_CONTACT_LEFT -> fading(cause, 5, 12, Levels.all(0.5));
      case JOINS_AGAIN -> leaving(cause, List.of()).withAgreement(lapse());
    };
  }

  private Fate fading(Cause cause, int shortest, int longest, Levels end) {
    int from = Math.max(UNDISTURBED, day - dice.between(shortest, longest));
    return leaving(cause, List.of(Phase.fading(from, day, end)));
  }

  private Fate leaving(Cause cause, List<Phase> phases) {
    return Fate.leaving(cause, day, second, phases).with(announcement(cause));
  }

  private List<Turn> announcement(Cause cause) {
    if (!cause.isAnnounced()) {
      return List.of();
    }
    return List.of(
        cause.takesTheNumberAlong()
            ? Turn.of(day, second, Kind.PORTED_OUT, Source.CARRIER)
            : Turn.of(day, second, Kind.CANCELLED, Source.CUSTOMER));
  }

  private Fate afterLapse() {
    int ends = lapse();
    return fading(Cause.PLAN_LAPSE, day - ends, day - ends, Levels.all(0.5)).withAgreement(ends);
  }

  private int lapse() {
    return Math.max(UNDISTURBED, day - dice.between(2, 20));
  }

  private Fate afterComplaints() {
    Fate fate = fading(Cause.COMPLAINT, 6, 10, Levels.all(0.3));
    List<Turn> turns = new ArrayList<>(fate.turns());
    String topic = List.of("billing", "network", "service").get(dice.between(0, 2));
    int complaints = dice.between(2, 3);
    for (int i = 0; i < complaints; i++) {
      int on = Math.max(UNDISTURBED, day - dice.between(5, 28));
      int at = dice.between(9 * 3600, 21 * 3600);
      turns.add(Turn.of(on, at, Kind.COMPLAINT, Source.CUSTOMER, "topic", topic));
    }
    return fate.with(turns);
  }

  private Fate portingOut() {
    Fate fate = fading(Cause.PORT_OUT, 4, 6, Levels.all(0.7));
    List<Turn> turns = new ArrayList<>(fate.turns());
    int enquiry = day - dice.between(3, 8);
    turns.add(Turn.of(enquiry, dice.between(9, 20) * 3600, Kind.PORT_OUT_ENQUIRY, Source.CUSTOMER));
    turns.add(Turn.of(day - 1, second, Kind.PORT_OUT_REQUEST, Source.CUSTOMER));
    return fate.with(turns);
  }

  private Fate afterRivalCalls() {
    List<Change> calls = new ArrayList<>();
    for (int left = dice.between(3, 6); left > 0; left--) {
      int on = Math.max(UNDISTURBED, day - dice.between(2, 13));
      calls.add(new Change(Change.Kind.RIVAL_CALL, on, hour() * 3600));
    }
    return fading(Cause.RIVAL_OFFER, 5, 10, Levels.all(0.6)).changing(calls.toArray(new Change[0]));
  }

  private Fate afterForwarding() {
    int from = day - dice.between(4, 9);
    Levels end = new Levels(0.3, 0.8, 0.3, 0.6);
    return fading(Cause.FORWARDED, day - from, day - from, end)
        .with(List.of(forwarding(from, hour() * 3600, "off-net")));
  }

  static Turn forwarding(int day, int second, String network) {
    Map<String, String> what = Map.of("condition", "unconditional", "network", network);
    return new Turn(day, second, new Care(Kind.FORWARDING_SET, Source.NETWORK, what));
  }

  private Fate afterDowngrade() {
    int on = Math.max(UNDISTURBED, day - dice.between(12, 30));
    return fading(Cause.DOWNGRADE, day - on, day - on, Levels.all(0.4))
        .changing(Change.atNoon(Change.Kind.CHEAPER_PLAN, on));
  }

  /** A barred line is still called. */
  private Fate afterBarring() {
    int on = Math.max(UNDISTURBED, day - dice.between(8, 20));
    Phase barred = Phase.steady(on + 1, day, new Levels(0, 0.6, 0, 0), Phase.Whereabouts.HOME);
    return leaving(Cause.ARREARS, List.of(barred)).changing(Change.atNoon(Change.Kind.BARRED, on));
  }

  private Fate afterLeavingTheEmployer() {
    return fading(Cause.LEFT_EMPLOYER, 5, 9, Levels.all(0.6))
        .changing(Change.atNoon(Change.Kind.LEFT_GROUP, day - dice.between(3, 8)));
  }

  private Fate afterMovingAway() {
    int from = Math.max(UNDISTURBED, day - dice.between(LONG_DAYS, 50));
    Phase away = Phase.fading(from, day, Levels.all(0.6)).spent(Phase.Whereabouts.ELSEWHERE);
    return leaving(Cause.MOVED_AWAY, List.of(away));
  }

  private Fate inShrinkingCircle() {
    int from = Math.max(UNDISTURBED, day - dice.between(LONG_DAYS, 45));
    Levels few = new Levels(0.9, 0.9, 1, 1, 0.2);
    return leaving(
        Cause.SHRINKING_CIRCLE,
        List.of(
            Phase.fading(from, from + 7, few),
            Phase.steady(from + 8, day, few, Phase.Whereabouts.HOME)));
  }

  private int hour() {
    return dice.between(9, 20);
  }
}
