package dev.ebb.backtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the customers: who left and when, and who only looked like it. Everybody else
 * stayed.
 *
 * @param departures by customer
 * @param lookAlikes kinds of those who stayed but looked like leaving, by customer
 */
record Truth(Map<String, Departure> departures, Map<String, String> lookAlikes) {
  private static final List<String> LEAVERS = List.of("customerId", "leftAt", "cause");
  private static final List<String> LOOK_ALIKES = List.of("customerId", "kind");

  Truth {
    departures = Map.copyOf(departures);
    lookAlikes = Map.copyOf(lookAlikes);
  }

  /**
   * Reads files of {@code customerId,leftAt[,cause]}, {@code leftAt} being a date or an RFC 3339
   * time, or of {@code customerId,kind}: customers who stayed, and what looked like leaving.
   *
   * @param files each with its own header
   * @param zone in which a time is given its day
   * @throws IllegalArgumentException naming the file and line that cannot be read
   */
  static Truth read(List<Path> files, ZoneId zone) throws IOException {
    Map<String, Departure> departures = new HashMap<>();
    Map<String, String> lookAlikes = new HashMap<>();
    for (Path file : files) {
      read(file, zone, departures, lookAlikes);
    }
    return new Truth(departures, lookAlikes);
  }

  private static void read(
      Path file, ZoneId zone, Map<String, Departure> departures, Map<String, String> lookAlikes)
      throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 1;
      try {
        List<String> header = header(in.readLine());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          number++;
          if (!line.isBlank()) {
            List<String> cells = cells(line, header.size());
            Object before =
                header.equals(LOOK_ALIKES)
                    ? lookAlikes.put(cells.get(0), cells.get(1))
                    : departures.put(cells.get(0), departure(cells, zone));
            if (before != null) {
              throw new IllegalArgumentException(
                  "customerId " + cells.get(0) + " must be named once but is named again");
            }
          }
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
      }
    }
  }

  private static List<String> header(String line) {
    List<String> header = line == null ? List.of() : CsvCells.of(line.replace("\uFEFF", ""));
    boolean isKnown =
        header.equals(LEAVERS)
            || header.equals(LEAVERS.subList(0, 2))
            || header.equals(LOOK_ALIKES);
    if (!isKnown) {
      throw new IllegalArgumentException(
          "the header must be customerId,leftAt[,cause] or customerId,kind but was '%s'"
              .formatted(line == null ? "" : line));
    }
    return header;
  }

  private static List<String> cells(String line, int columns) {
    List<String> cells = CsvCells.of(line);
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "must have %d cells but has %d".formatted(columns, cells.size()));
    }
    if (cells.get(0).isEmpty()) {
      throw new IllegalArgumentException("customerId must not be empty");
    }
    return cells;
  }

  private static Departure departure(List<String> cells, ZoneId zone) {
    boolean isCaused = cells.size() > 2 && !cells.get(2).isEmpty();
    return new Departure(day(cells.get(1), zone), isCaused ? cells.get(2) : Departure.UNKNOWN);
  }

  private static int day(String leftAt, ZoneId zone) {
    try {
      LocalDate date =
          leftAt.length() == "2026-01-01".length()
              ? LocalDate.parse(leftAt)
              : OffsetDateTime.parse(leftAt.replace(' ', 'T'))
                  .atZoneSameInstant(zone)
                  .toLocalDate();
      return Math.toIntExact(date.toEpochDay());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "leftAt must be a date or an RFC 3339 time but was '" + leftAt + "'", e);
    }
  }
}
