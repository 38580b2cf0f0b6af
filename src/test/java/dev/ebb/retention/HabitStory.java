package dev.ebb.retention;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.ledger.LedgerHarness;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Text;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A customer of firm habits, told from each day's events through the ledger and Watch: what is
 * {@link #does done daily} goes on until it is changed.
 */
final class HabitStory {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

  final Story out;
  private final LedgerHarness ledger = new LedgerHarness(LedgerSettings.defaults(Story.SHANGHAI));
  private final Map<EventKind, Long> daily = new LinkedHashMap<>();
  private LocalDate today = FIRST;
  private long ids;

  HabitStory(Rule rule) {
    out = new Story(rule);
  }

  /** From today on this is done every day, at noon; nothing of it where the amount is 0. */
  HabitStory does(EventKind kind, long amount) {
    daily.put(kind, amount);
    return this;
  }

  /** Talks so many minutes a day on own calls. */
  HabitStory calls(long minutes) {
    return does(EventKind.VOICE_OUT, minutes * 60);
  }

  /** Today only. */
  HabitStory once(EventKind kind, long amount) {
    ledger.accept(Event.of(kind, LedgerHarness.CUSTOMER, noon(), ++ids, amount));
    return this;
  }

  /** A customer since 2020 whose contract ends on this date, or who has none. */
  HabitStory known(LocalDate contractEnds) {
    out.profile(noon(), Story.ACTIVATED, contractEnds);
    return this;
  }

  /** So many days pass and are closed. */
  HabitStory days(int count) {
    for (int day = 0; day < count; day++) {
      daily.forEach(
          (kind, amount) -> {
            if (amount > 0) {
              once(kind, amount);
            }
          });
      ledger.close(today.toString());
      out.day(ledger.out.lastClosed());
      today = today.plusDays(1);
    }
    return this;
  }

  /** Days pass until this one has begun. */
  HabitStory until(LocalDate date) {
    return days((int) (date.toEpochDay() - today.toEpochDay()));
  }

  LocalDate today() {
    return today;
  }

  /** Days since the habits were last looked at until the first message came, or -1. */
  int daysToFirstMessage(int atMost) {
    for (int day = 1; day <= atMost; day++) {
      days(1);
      if (!out.messages.isEmpty()) {
        return day;
      }
    }
    return -1;
  }

  /** The reason that the newest message gives for its strongest signal. */
  Text why() {
    CaseMessage.Signal signal = out.last().signals().get(0);
    return signal.why().filledWith(signal.evidence());
  }

  private long noon() {
    return Story.noonOf(today);
  }
}
