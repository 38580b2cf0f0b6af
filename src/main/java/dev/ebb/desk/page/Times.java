package dev.ebb.desk.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Moments that an agent may want to come back to a case at. */
final class Times {
  private static final LocalTime MORNING = LocalTime.of(10, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final Duration SOON = Duration.ofHours(1);

  private final Words words;
  private final Instant now;

  Times(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  /** For a callback. */
  List<Choice> callback() {
    ZonedDateTime today = words.at(now);
    List<Choice> times = new ArrayList<>();
    times.add(choice(now.plus(SOON)));
    for (ZonedDateTime time : List.of(today.with(MORNING), today.with(EVENING))) {
      if (time.toInstant().isAfter(now.plus(SOON))) {
        times.add(choice(time.toInstant()));
      }
    }
    times.add(choice(today.plusDays(1).with(MORNING).toInstant()));
    times.add(choice(today.plusDays(1).with(EVENING).toInstant()));
    return times;
  }

  /** For putting a case off. */
  List<Choice> later() {
    ZonedDateTime morning = words.at(now).with(MORNING);
    return List.of(
        choice(morning.plusDays(1).toInstant()),
        choice(morning.plusDays(3).toInstant()),
        choice(morning.plusWeeks(1).toInstant()),
        choice(morning.plusWeeks(2).toInstant()));
  }

  private Choice choice(Instant at) {
    return new Choice(at.toString(), words.time(at, now));
  }
}
