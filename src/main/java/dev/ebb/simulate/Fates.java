package dev.ebb.simulate;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import java.util.List;

/** Deals out who leaves, who only looks like it, and who has an uneventful time. */
final class Fates {

  private static final int RENEWAL_NOTICE_DAYS = 20;

  private final int days;
  private final double leavers;
  private final double lookAlikes;

  Fates(SimulationSettings settings) {
    this.days = settings.days();
    this.leavers = settings.leavers();
    this.lookAlikes = settings.lookAlikes();
  }

  Fate draw(Dice dice, Traits traits) {
    double lot = dice.unit();
    if (days <= SimulationSettings.SETTLED_DAYS) {
      return Fate.UNEVENTFUL;
    }
    int day = dice.between(SimulationSettings.SETTLED_DAYS, days - 1);
    if (lot < leavers) {
      return Departures.draw(dice, day, traits);
    }
    return lot < leavers + lookAlikes ? lookingAlike(dice, day) : Fate.UNEVENTFUL;
  }

  private static Fate lookingAlike(Dice dice, int day) {
    LookAlike kind = LookAlike.draw(dice);
    return switch (kind) {
      case HOLIDAY -> away(kind, day, 14, new Levels(0.1, 0.1, 0.3, 0), Phase.Whereabouts.ABROAD);
      case TRAVEL ->
          away(
              kind,
              day,
              dice.between(7, 21),
              new Levels(0.6, 0.5, 1.2, 0.5),
              Phase.Whereabouts.ELSEWHERE);
      case BROKEN_PHONE -> away(kind, day, 7, Levels.NONE, Phase.Whereabouts.HOME);
      case SEASONAL_DIP -> away(kind, day, 28, Levels.all(0.5), Phase.Whereabouts.HOME);
      case RENEWED -> renewed(dice, day);
      case LAPSED -> Fate.staying(kind, List.of()).withAgreement(day);
      case FORWARDED_ON_NET -> Fate.staying(kind, List.of()).with(List.of(forwarding(dice, day)));
      case UPGRADED -> changing(kind, Change.atNoon(Change.Kind.DEARER_PLAN, day));
      case CURIOUS -> curious(dice, day);
      case PAID_LATE ->
          changing(
              kind,
              Change.atNoon(Change.Kind.BARRED, day),
              Change.atNoon(Change.Kind.LIFTED, day + dice.between(1, 4)));
      case FIRST_LINE -> Fate.FIRST_LINE;
    };
  }

  private static Fate away(
      LookAlike kind, int from, int days, Levels levels, Phase.Whereabouts whereabouts) {
    return Fate.staying(kind, List.of(Phase.steady(from, from + days - 1, levels, whereabouts)));
  }

  private static Fate changing(LookAlike kind, Change... changes) {
    return Fate.staying(kind, List.of()).changing(changes);
  }

  private static Fate curious(Dice dice, int day) {
    Change call = new Change(Change.Kind.RIVAL_CALL, day, dice.between(9, 20) * 3600);
    return dice.chance(0.5)
        ? changing(LookAlike.CURIOUS, call)
        : changing(
            LookAlike.CURIOUS, call, new Change(Change.Kind.RIVAL_CALL, day + 3, call.second()));
  }

  private static Turn forwarding(Dice dice, int day) {
    return Departures.forwarding(day, dice.between(9, 20) * 3600, "on-net");
  }

  private static Fate renewed(Dice dice, int ends) {
    int on = ends - dice.between(2, RENEWAL_NOTICE_DAYS);
    return Fate.staying(LookAlike.RENEWED, List.of())
        .withAgreement(ends)
        .changing(Change.atNoon(Change.Kind.RENEWED, on))
        .with(List.of(Turn.of(on, Turn.NOON, Kind.PLAN_RENEWED, Source.CUSTOMER)));
  }
}
