package dev.ebb.retention;

import dev.ebb.event.Profile;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.CaseMessage.Series;
import dev.ebb.risk.Priority;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import java.util.List;

/** Writes a case out whole. */
final class CaseWriter {
  private static final double RISK_STEPS = 10_000;
  private static final double PRIORITY_STEPS = 100;

  CaseMessage write(
      Sitting sitting, CaseState state, String reason, List<LiveSignal> shown, long at) {
    CaseFile file = sitting.file;
    OpenCase open = file.open;
    double risk = sitting.risk(at);
    LiveSignal strongest = shown.isEmpty() ? null : shown.get(0);
    return new CaseMessage(
        open.alertId,
        open.revision,
        sitting.customerId,
        state,
        reason,
        open.openedAt,
        at,
        rounded(risk, RISK_STEPS),
        file.value,
        strongest == null
            ? 0
            : rounded(Priority.of(file.value, risk, strongest.rule().save()), PRIORITY_STEPS),
        file.lifecycle.stage(),
        open.actBy,
        shown.stream().map(LiveSignal::onTheWire).toList(),
        strongest == null ? null : recommend(strongest, file.value.tier(), sitting.profile),
        open.withheld,
        shown.stream().allMatch(signal -> signal.standing().isMature()),
        file.series == null ? RecentDays.unknown(file.lastDay) : file.series);
  }

  CaseMessage erased(Sitting sitting, long at) {
    OpenCase open = sitting.file.open;
    Series none = null;
    return new CaseMessage(
        open.alertId,
        open.revision,
        sitting.customerId,
        CaseState.CLEARED,
        Reason.ERASED,
        open.openedAt,
        at,
        0,
        null,
        0,
        Stage.CLIMAX,
        open.actBy,
        List.of(),
        null,
        open.withheld,
        false,
        none);
  }

  private static Recommended recommend(LiveSignal signal, Tier tier, Profile profile) {
    List<Integer> levers = signal.rule().levers();
    return new Recommended(
        levers.isEmpty() ? 0 : levers.get(0),
        signal.rule().playbook(),
        channel(tier, profile),
        null,
        signal.rule().opener(),
        List.of(),
        List.of());
  }

  private static String channel(Tier tier, Profile profile) {
    if (profile != null && profile.contact() != null) {
      String preferred = profile.contact().preferred();
      if (preferred != null && profile.contact().channels().contains(preferred)) {
        return preferred;
      }
    }
    return tier == Tier.STANDARD ? "sms" : "account-manager";
  }

  /** To what people and programs can tell apart, without the noise of binary fractions. */
  private static double rounded(double number, double steps) {
    return Math.rint(number * steps) / steps;
  }
}
