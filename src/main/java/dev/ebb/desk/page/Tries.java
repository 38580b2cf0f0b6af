package dev.ebb.desk.page;

import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.DayPart;
import dev.ebb.desk.store.TimelineEntry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a customer was tried without success, so that the next try goes to another part of the day.
 *
 * @param tried the moments, oldest first
 * @param next the parts of the day in which nobody has tried; empty if there is none left
 */
public record Tries(List<String> tried, List<String> next) {
  private static final String ATTEMPTED = "attempted";

  public Tries {
    tried = List.copyOf(tried);
    next = List.copyOf(next);
  }

  static Tries of(CaseView view, Words words, Instant now) {
    List<Instant> tries =
        view.timeline().stream()
            .filter(entry -> entry.agent() != null && entry.what().equals(ATTEMPTED))
            .map(TimelineEntry::at)
            .sorted()
            .toList();
    if (tries.isEmpty()) {
      return null;
    }
    Set<DayPart> left = EnumSet.allOf(DayPart.class);
    left.removeAll(
        tries.stream()
            .map(at -> DayPart.of(words.at(at).toLocalTime()))
            .collect(Collectors.toSet()));
    return new Tries(
        tries.stream().map(at -> words.time(at, now)).toList(),
        left.stream()
            .map(part -> words.say("tries." + part.name().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
