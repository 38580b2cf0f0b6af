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

  Fate draw(Dice dice, boolean prepaid) {
    double lot = dice.unit();
    if (days <= SimulationSettings.SETTLED_DAYS) {
      return Fate.UNEVENTFUL;
    }
    int day = dice.between(SimulationSettings.SETTLED_DAYS, days - 1);
    if (lot < leavers) {
      return Departures.draw(dice, day, prepaid);
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
      case LAPSED -> Fate.staying(kind, List.of()).withAgreement(day, null);
    };
  }

  private static Fate away(
      LookAlike kind, int from, int days, Levels levels, Phase.Whereabouts whereabouts) {
    return Fate.staying(kind, List.of(Phase.steady(from, from + days - 1, levels, whereabouts)));
  }

  private static Fate renewed(Dice dice, int ends) {
    int on = ends - dice.between(2, RENEWAL_NOTICE_DAYS);
    return Fate.staying(LookAlike.RENEWED, List.of())
        .withAgreement(ends, on)
        .with(List.of(Turn.of(on, Turn.NOON, Kind.PLAN_RENEWED, Source.CUSTOMER)));
  }
}
