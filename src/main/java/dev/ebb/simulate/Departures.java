package dev.ebb.simulate;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import java.util.ArrayList;
import java.util.List;

/** How each kind of leaver goes. Every decline starts after {@link #UNDISTURBED} days of habit. */
final class Departures {

  private static final int UNDISTURBED = 36;

  private final Dice dice;
  private final int day;
  private final int second;

  private Departures(Dice dice, int day) {
    this.dice = dice;
    this.day = day;
    this.second = dice.between(9 * 3600, 20 * 3600);
  }

  static Fate draw(Dice dice, int leftDay, boolean prepaid) {
    Cause cause = Cause.draw(dice);
    if (cause == Cause.QUIET_TOPUPS && !prepaid) {
      cause = Cause.SLOW_FADE;
    }
    return new Departures(dice, leftDay).by(cause);
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
    };
  }

  private Fate fading(Cause cause, int shortest, int longest, Levels end) {
    int from = Math.max(UNDISTURBED, day - dice.between(shortest, longest));
    return leaving(cause, List.of(Phase.fading(from, day, end)));
  }

  private Fate leaving(Cause cause, List<Phase> phases) {
    return new Fate(cause, null, day, second, phases, announcement(cause), null, null);
  }

  private List<Turn> announcement(Cause cause) {
    if (!cause.isAnnounced()) {
      return List.of();
    }
    return List.of(
        cause == Cause.PORT_OUT
            ? Turn.of(day, second, Kind.PORTED_OUT, Source.CARRIER)
            : Turn.of(day, second, Kind.CANCELLED, Source.CUSTOMER));
  }

  private Fate afterLapse() {
    int ends = Math.max(UNDISTURBED, day - dice.between(2, 20));
    return fading(Cause.PLAN_LAPSE, day - ends, day - ends, Levels.all(0.5))
        .withAgreement(ends, null);
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
}
