package dev.ebb.retention;

import dev.ebb.config.RuleFiles;
import dev.ebb.event.Care;
import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import dev.ebb.event.Event;
import dev.ebb.signal.Rule;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

/** Care events and shipped rules for stories. */
final class Saying {
  private Saying() {}

  static Event by(Source source, Kind kind, long at, String... attributes) {
    Map<String, String> named = new java.util.TreeMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      named.put(attributes[i], attributes[i + 1]);
    }
    return Event.of(Story.LI, at, at, new Care(kind, source, named));
  }

  static Event byCustomer(Kind kind, long at, String... attributes) {
    return by(Source.CUSTOMER, kind, at, attributes);
  }

  static Rule shipped(String id) {
    return RuleFiles.bundled(Currency.getInstance("CNY")).rules().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** An instant of a day of the story, by its hour. */
  static long at(LocalDate day, int hour) {
    return Story.noonOf(day) + (hour - 12) * Story.HOUR;
  }
}
