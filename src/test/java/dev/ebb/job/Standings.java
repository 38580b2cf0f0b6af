package dev.ebb.job;

import dev.ebb.codec.Dispatch;
import dev.ebb.ledger.Ring;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Withheld;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How things stand at a run's end, comparable whatever the way there.
 *
 * @param tiles packed ring of the last closed day, in hexadecimal, by customer
 * @param signals risk and live signals of the last judged day, by customer
 * @param openCases by alert id
 */
record Standings(
    Map<String, String> tiles, Map<String, Score> signals, Map<String, OpenCase> openCases) {

  /** An open case, as its last message tells it. */
  record OpenCase(
      String customerId, CaseState state, TreeSet<String> rules, Withheld withheld, long openedAt) {

    static OpenCase of(CaseMessage message) {
      TreeSet<String> rules = new TreeSet<>();
      message.signals().forEach(signal -> rules.add(signal.rule()));
      return new OpenCase(
          message.customerId(), message.state(), rules, message.withheld(), message.openedAt());
    }
  }

  static Standings of(Recording recording) {
    List<CaseMessage> messages =
        Stream.concat(recording.alerts.stream(), recording.withheld.stream())
            .map(Dispatch::message)
            .sorted(Comparator.comparingInt(CaseMessage::revision))
            .toList();
    return of(recording.lastDays.values(), recording.lastScores, messages);
  }

  static Standings of(ReferenceRun run) {
    return of(run.lastDays.values(), run.lastScores, run.messages);
  }

  private static Standings of(
      Collection<LedgerFact> lastDays, Map<String, Score> scores, List<CaseMessage> messages) {
    Map<String, String> tiles = new TreeMap<>();
    for (LedgerFact fact : lastDays) {
      byte[] ring = ((Ring) fact.closed().history()).pack();
      tiles.put(fact.customerId(), HexFormat.of().formatHex(ring));
    }
    Map<String, CaseMessage> last = new HashMap<>();
    messages.forEach(message -> last.put(message.alertId(), message));
    Map<String, OpenCase> open = new TreeMap<>();
    last.forEach(
        (alertId, message) -> {
          if (!message.isClosing()) {
            open.put(alertId, OpenCase.of(message));
          }
        });
    return new Standings(tiles, new TreeMap<>(scores), open);
  }
}
