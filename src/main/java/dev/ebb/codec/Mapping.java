package dev.ebb.codec;

import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a feed in another shape is read, as written in a mapping file.
 *
 * @param name the file's name without its ending; part of every id, so that two mappings of one
 *     file never take each other's records for duplicates
 * @param layout how a record is cut into columns
 * @param id where an event's id comes from; null for customers, who have none
 * @param columns the column of each target
 * @param spread the period that a record stands for
 */
public record Mapping(
    String name, Feed feed, Layout layout, IdForm id, Map<Target, Column> columns, Spread spread)
    implements Serializable {

  public Mapping {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    for (Target target : Target.values()) {
      if (target.isRequiredBy(feed) && !columns.containsKey(target)) {
        throw new IllegalArgumentException(target.label() + " is missing");
      }
      if (columns.containsKey(target) && !target.isIn(feed)) {
        throw new IllegalArgumentException(
            target.label() + " must not be set for the feed " + feed.label());
      }
    }
    checkUnit(feed, columns);
    if (id == null && feed != Feed.CUSTOMERS) {
      throw new IllegalArgumentException("id is missing");
    }
    if (spread != Spread.NONE && !feed.drivesTime()) {
      throw new IllegalArgumentException("spread must not be set for the feed " + feed.label());
    }
  }

  private static void checkUnit(Feed feed, Map<Target, Column> columns) {
    Column amount = columns.get(Target.AMOUNT);
    Column kind = columns.get(Target.KIND);
    if (amount == null || amount.from() == null) {
      return;
    }
    Collection<String> words =
        kind.constant() == null ? kind.values().values() : List.of(kind.constant());
    for (String word : words) {
      EventKind meant = Words.kinds(feed).get(word);
      if (meant == null) {
        throw new IllegalArgumentException("kind " + word + " is not of the feed " + feed.label());
      }
      if (!amount.unit().fits(meant)) {
        throw new IllegalArgumentException(
            "amount.unit " + amount.unit().label() + " does not measure " + word);
      }
    }
  }

  /** How a record is written. */
  public enum Format {
    CSV,
    /** One object; columns are JSON pointers. */
    JSON
  }

  /**
   * How a record is cut into columns.
   *
   * @param delimiter between columns; a space stands for any run of spaces and tabs
   * @param quote around values that hold a delimiter
   * @param header whether a file's first line names its columns
   * @param columns the columns' names, or empty to take them from the header
   */
  public record Layout(
      Format format, char delimiter, char quote, boolean header, List<String> columns)
      implements Serializable {

    /** JSON records. */
    public static final Layout JSON = new Layout(Format.JSON, ',', '"', false, List.of());

    /** Comma-separated files with a header. */
    public static final Layout CSV = new Layout(Format.CSV, ',', '"', true, List.of());

    public Layout {
      columns = List.copyOf(columns);
      if (format == Format.CSV && !header && columns.isEmpty()) {
        throw new IllegalArgumentException("columns must be listed where there is no header");
      }
    }
  }

  /**
   * Where an event's id comes from: a column, the hash of several, or, where even equal records are
   * different events, the record's place in its file or topic.
   */
  public record IdForm(Source source, List<String> columns) implements Serializable {

    /** Kind of id. */
    public enum Source {
      COLUMN,
      HASH,
      POSITION
    }

    public IdForm {
      columns = List.copyOf(columns);
      if (columns.isEmpty() && source != Source.POSITION) {
        throw new IllegalArgumentException("id must name at least 1 column but was empty");
      }
    }
  }

  /**
   * One target's column.
   *
   * @param from the column, or null for a constant
   * @param constant the text for every record, or null
   * @param values the target's word for each word of the column; empty to take it as it stands
   * @param time for times and dates, else null
   * @param unit for quantities, else null
   */
  public record Column(
      String from, String constant, Map<String, String> values, TimeForm time, Unit unit)
      implements Serializable {

    public Column {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      if ((from == null) == (constant == null)) {
        throw new IllegalArgumentException("exactly one of from and constant must be set");
      }
    }

    /** A column taken as it stands. */
    public static Column of(String from) {
      return new Column(from, null, Map.of(), TimeForm.STANDARD, null);
    }

    /** The same text for every record. */
    public static Column constant(String text) {
      return new Column(null, text, Map.of(), TimeForm.STANDARD, null);
    }

    /** A column with its words translated. */
    public static Column of(String from, Map<String, String> values) {
      return new Column(from, null, values, TimeForm.STANDARD, null);
    }

    /** A column of times. */
    public static Column of(String from, TimeForm time) {
      return new Column(from, null, Map.of(), time, null);
    }

    /** A column of quantities. */
    public static Column of(String from, Unit unit) {
      return new Column(from, null, Map.of(), TimeForm.STANDARD, unit);
    }
  }
}
