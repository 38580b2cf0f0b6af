package dev.ebb.codec;

import dev.ebb.event.Spread;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads records of any shape by a mapping that was compiled to column numbers. */
final class MappedReader implements RecordReader {
  private final Mapping mapping;
  private final ZoneId zone;
  private final RowReader rows;
  private final String[] row;
  private final int[] idPlaces;
  private final Fingerprint ids;
  private final Cell customerId;
  private final Cell at;
  private final TimeReader times;
  private final CellReader details;

  /** {@code header}: the names of all columns of a CSV record; unused for JSON. */
  MappedReader(Mapping mapping, DecoderSettings settings, List<String> header) {
    this.mapping = mapping;
    this.zone = settings.zone();
    List<String> wanted = wanted(mapping);
    this.rows = rows(mapping, header, wanted);
    this.row = new String[wanted.size()];
    this.idPlaces =
        mapping.id() == null
            ? new int[0]
            : mapping.id().columns().stream().mapToInt(wanted::indexOf).toArray();
    this.ids = new Fingerprint(mapping.feed().label() + '/' + mapping.name());
    this.customerId = new Cell(Target.CUSTOMER_ID, mapping, wanted);
    this.at = new Cell(Target.AT, mapping, wanted);
    this.times = at.times(zone);
    this.details =
        switch (mapping.feed()) {
          case USAGE, SPEND -> new TrafficCells(mapping, wanted, settings.currency());
          case CUSTOMERS -> new ProfileCells(mapping, wanted, zone);
          case CARE -> new CareCells(mapping, wanted);
          case OUTCOMES -> new OutcomeCells(mapping, wanted, zone);
        };
  }

  @Override
  public void read(byte[] value, RecordDecoder.Place place, EventDraft draft) throws Refusal {
    Utf8.check("record", value);
    rows.read(value, row);
    draft.customerId = Utf8.checkText("customerId", customerId.required(row, Limits.ID));
    draft.at = periodStart(times.millis(at.required(row, Limits.TEXT)));
    draft.spread = mapping.spread();
    draft.fingerprint = mapping.id() == null ? 0 : fingerprint(place);
    details.read(row, draft);
  }

  private long fingerprint(RecordDecoder.Place place) throws Refusal {
    ids.begin();
    switch (mapping.id().source()) {
      case POSITION -> ids.addPart(place.source()).add(place.partition() + ":" + place.offset());
      case HASH -> {
        for (int column : idPlaces) {
          ids.addPart(row[column] == null ? "" : row[column]);
        }
      }
      case COLUMN -> {
        String id = row[idPlaces[0]];
        if (id == null) {
          throw Refusal.missing("id (" + mapping.id().columns().get(0) + ")");
        }
        if (id.length() > Limits.ID) {
          throw Refusal.tooLong("id", Limits.ID, "characters", id.length());
        }
        ids.addPart(id);
      }
    }
    return ids.end();
  }

  /** A spread record counts from its period's first instant; a week from the day it names. */
  private long periodStart(long millis) {
    if (mapping.spread() == Spread.NONE) {
      return millis;
    }
    LocalDate day = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    LocalDate first = mapping.spread() == Spread.MONTH ? day.withDayOfMonth(1) : day;
    return first.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static List<String> wanted(Mapping mapping) {
    List<String> wanted = new ArrayList<>();
    mapping.columns().values().forEach(column -> wanted.add(column.from()));
    if (mapping.id() != null) {
      wanted.addAll(mapping.id().columns());
    }
    return wanted.stream().filter(name -> name != null).distinct().toList();
  }

  private static RowReader rows(Mapping mapping, List<String> header, List<String> wanted) {
    if (mapping.layout().format() == Mapping.Format.JSON) {
      return new JsonRow(wanted);
    }
    for (String column : wanted) {
      if (!header.contains(column)) {
        throw new IllegalArgumentException(
            "mapping "
                + mapping.name()
                + " names the column "
                + column
                + " but the header has "
                + String.join(", ", header));
      }
    }
    return new CsvRow(mapping.layout(), header, wanted);
  }

  /** Reads what is particular to a feed. */
  interface CellReader {
    void read(String[] row, EventDraft draft) throws Refusal;
  }
}
