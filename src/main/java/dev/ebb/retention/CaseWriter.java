package dev.ebb.retention;

import dev.ebb.retention.CaseMessage.Aside;
import dev.ebb.retention.CaseMessage.Series;
import dev.ebb.risk.Priority;
import dev.ebb.risk.Stage;
import java.util.List;

/** Writes a case out whole. */
final class CaseWriter {
  private static final double RISK_STEPS = 10_000;
  private static final double PRIORITY_STEPS = 100;

  private final Advice advice;

  CaseWriter(Advice advice) {
    this.advice = advice;
  }

  CaseMessage write(
      Sitting sitting, CaseState state, String reason, List<LiveSignal> shown, long at) {
    CaseFile file = sitting.file;
    OpenCase open = file.open;
    double risk = sitting.signals.risk(at);
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
        strongest == null ? null : advice.on(strongest.rule(), sitting, at),
        open.withheld,
        shown.stream().allMatch(signal -> signal.standing().isMature()),
        file.series == null ? RecentDays.unknown(file.lastDay) : file.series,
        strongest == null ? Aside.NONE : advice.aside(strongest.rule(), sitting));
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
        none,
        CaseMessage.Aside.NONE);
  }

  /** To what people and programs can tell apart, without the noise of binary fractions. */
  private static double rounded(double number, double steps) {
    return Math.rint(number * steps) / steps;
  }
}
