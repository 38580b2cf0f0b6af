package dev.ebb.backtest;

import dev.ebb.codec.Dispatch;
import dev.ebb.retention.CaseMessage;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Family;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A case as it became known to the operator: its first contactable message, or a later one with a
 * new signal.
 *
 * @param day epoch day on which it was sent, in the operator's zone
 * @param rules of its signals
 * @param families of its signals, in the same order
 */
record Alarm(
    String customerId,
    String alertId,
    int day,
    Tier tier,
    List<String> rules,
    List<Family> families) {
  private static final String NEW_SIGNAL = "new-signal";

  /** Whether a message tells the operator something new. */
  static boolean isNews(Dispatch dispatch) {
    CaseMessage message = dispatch.message();
    return !message.isClosing()
        && message.value() != null
        && (message.reason() == null || message.reason().equals(NEW_SIGNAL));
  }

  static String line(Dispatch dispatch, ZoneId zone) {
    CaseMessage message = dispatch.message();
    return String.join(
        ",",
        Lines.quoted(message.customerId()),
        message.alertId(),
        Long.toString(Instant.ofEpochMilli(message.at()).atZone(zone).toLocalDate().toEpochDay()),
        message.value().tier().name(),
        message.signals().stream()
            .map(signal -> signal.rule() + ":" + signal.family().name())
            .collect(Collectors.joining(";")));
  }

  static Alarm parse(String line) {
    List<String> cells = CsvCells.of(line);
    List<String> signals = List.of(cells.get(4).split(";"));
    return new Alarm(
        cells.get(0),
        cells.get(1),
        Integer.parseInt(cells.get(2)),
        Tier.valueOf(cells.get(3)),
        signals.stream().map(signal -> signal.substring(0, signal.indexOf(':'))).toList(),
        signals.stream()
            .map(signal -> Family.valueOf(signal.substring(signal.indexOf(':') + 1)))
            .toList());
  }

  /** The names under which this is measured besides over all. */
  List<Slice> slices() {
    return IntStream.range(0, rules.size())
        .boxed()
        .<Slice>mapMulti(
            (i, slices) -> {
              slices.accept(new Slice(Slice.Kind.RULE, rules.get(i)));
              slices.accept(
                  new Slice(Slice.Kind.FAMILY, families.get(i).name().toLowerCase(Locale.ROOT)));
            })
        .distinct()
        .toList();
  }
}
