package dev.ebb.codec;

import dev.ebb.event.EventKind;
import dev.ebb.event.Outcome;
import dev.ebb.event.RejectReason;
import java.time.ZoneId;
import java.util.List;

/** The cells of a mapped outcomes record. */
final class OutcomeCells implements MappedReader.CellReader {
  private final Cell alertId;
  private final Cell kind;
  private final Cell reason;
  private final Cell dueAt;
  private final TimeReader times;
  private final Cell by;

  OutcomeCells(Mapping mapping, List<String> wanted, ZoneId zone) {
    this.alertId = new Cell(Target.ALERT_ID, mapping, wanted);
    this.kind = new Cell(Target.KIND, mapping, wanted);
    this.reason = new Cell(Target.REASON, mapping, wanted);
    this.dueAt = new Cell(Target.DUE_AT, mapping, wanted);
    this.times = dueAt.times(zone);
    this.by = new Cell(Target.BY, mapping, wanted);
  }

  @Override
  public void read(String[] row, EventDraft draft) throws Refusal {
    String alert = alertId.required(row, Limits.ID);
    kind.required(row, Limits.TEXT);
    Outcome.Reason why = reason.word(row, Words.OUTCOME_REASONS, RejectReason.WRONG_FIELD);
    String due = dueAt.text(row, Limits.TEXT);
    draft.kind = EventKind.OUTCOME;
    draft.outcome =
        OutcomesReader.outcome(
            alert,
            kind.word(row, Words.OUTCOME_KINDS, RejectReason.UNKNOWN_KIND),
            why == null ? null : why.label(),
            due == null ? null : times.millis(due),
            by.text(row, Limits.TEXT),
            draft.at);
  }
}
