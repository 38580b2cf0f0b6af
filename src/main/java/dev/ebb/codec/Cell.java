package dev.ebb.codec;

import dev.ebb.codec.Mapping.Column;
import dev.ebb.event.RejectReason;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One target's text in a row, by its column's number. */
final class Cell {
  private final String field;
  private final Column column;
  private final int place;

  Cell(Target target, Mapping mapping, List<String> wanted) {
    this.column = mapping.columns().get(target);
    String from = column == null ? null : column.from();
    this.place = from == null ? -1 : wanted.indexOf(from);
    this.field = target.label();
  }

  String field() {
    return field;
  }

  TimeReader times(ZoneId zone) {
    return column == null ? null : new TimeReader(field, column.time(), zone);
  }

  /** The text, or null if there is none. */
  String text(String[] row, int most) throws Refusal {
    if (column == null) {
      return null;
    }
    String met = place < 0 ? column.constant() : row[place];
    if (met == null) {
      return null;
    }
    if (met.length() > most) {
      throw Refusal.tooLong(field, most, "characters", met.length());
    }
    return met.isEmpty() ? null : met;
  }

  String required(String[] row, int most) throws Refusal {
    String met = text(row, most);
    if (met == null) {
      throw Refusal.missing(place < 0 ? field : field + " (" + column.from() + ")");
    }
    return met;
  }

  /** The meant value, or null if the column is empty. */
  <E> E word(String[] row, Map<String, E> known, RejectReason otherwise) throws Refusal {
    String met = text(row, Limits.TEXT);
    if (met == null) {
      return null;
    }
    Map<String, String> values = column.values();
    E value = known.get(values.isEmpty() ? met : values.getOrDefault(met, ""));
    if (value == null) {
      String words = String.join(", ", values.isEmpty() ? known.keySet() : values.keySet());
      throw Refusal.of(otherwise, field, "one of " + words, met);
    }
    return value;
  }

  /** The amount in the kind's own unit, or null if the column is empty. */
  Long amount(String[] row) throws Refusal {
    String met = text(row, Limits.TEXT);
    return met == null ? null : column.unit().amount(field, met);
  }
}
