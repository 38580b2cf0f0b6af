package dev.ebb.backtest;

import dev.ebb.event.Feed;
import dev.ebb.job.LedgerFact;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The windows of a closed customer-day on a line: the last 7 days and the 28 days before them, by
 * measure, and how many days of each the feeds covered.
 */
final class Windows {
  static final String HEADER =
      "customerId,day,"
          + Arrays.stream(Measure.values())
              .map(measure -> name(measure) + "7," + name(measure) + "28")
              .collect(Collectors.joining(","))
          + ",usageDays7,usageDays28,spendDays7,spendDays28";

  private static final int WINDOW = 7;
  private static final int BASELINE = 28;

  private Windows() {}

  static String of(LedgerFact fact) {
    DayClosed closed = fact.closed();
    History history = closed.history();
    int last = closed.day();
    int first = last - WINDOW + 1;
    StringBuilder line = new StringBuilder(closed.customerId());
    line.append(',').append(LocalDate.ofEpochDay(last));
    for (Measure measure : Measure.values()) {
      line.append(',').append(history.sum(measure, first, last));
      line.append(',').append(history.sum(measure, first - BASELINE, first - 1));
    }
    for (Feed feed : new Feed[] {Feed.USAGE, Feed.SPEND}) {
      line.append(',').append(history.knownDays(feed, first, last));
      line.append(',').append(history.knownDays(feed, first - BASELINE, first - 1));
    }
    return line.toString();
  }

  private static String name(Measure measure) {
    String[] words = measure.name().toLowerCase(Locale.ROOT).split("_");
    return words.length == 1
        ? words[0]
        : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
  }
}
