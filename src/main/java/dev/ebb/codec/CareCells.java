package dev.ebb.codec;

import dev.ebb.event.Care;
import dev.ebb.event.EventKind;
import dev.ebb.event.RejectReason;
import java.util.List;
import java.util.Map;

/** The cells of a mapped care record. */
final class CareCells implements MappedReader.CellReader {
  private final Cell kind;
  private final Cell source;

  CareCells(Mapping mapping, List<String> wanted) {
    this.kind = new Cell(Target.KIND, mapping, wanted);
    this.source = new Cell(Target.SOURCE, mapping, wanted);
  }

  @Override
  public void read(String[] row, EventDraft draft) throws Refusal {
    kind.required(row, Limits.TEXT);
    source.required(row, Limits.TEXT);
    draft.kind = EventKind.CARE;
    draft.care =
        new Care(
            kind.word(row, Words.CARE_KINDS, RejectReason.UNKNOWN_KIND),
            source.word(row, Words.CARE_SOURCES, RejectReason.WRONG_FIELD),
            Map.of());
  }
}
