package dev.ebb.retention;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.LedgerHarness;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.risk.LostBy;
import dev.ebb.signal.Rule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One customer's story in months, through the ledger and Watch: a bill, a call and a little data on
 * the first of each. It begins in April 2026, so the first cohort is that of July.
 */
final class MonthlyStory {
  static final YearMonth APRIL = YearMonth.of(2026, 4);
  static final LocalDate JULY_1 = LocalDate.of(2026, 7, 1);
  private static final long MINUTE = 60;

  final Story out;
  private final LedgerHarness ledger = new LedgerHarness(LedgerSettings.defaults(Story.SHANGHAI));
  private final Watch watch;
  private final BaseIndex index;
  private YearMonth month = APRIL;
  private int judged;
  private long ids;

  MonthlyStory(BaseIndex index, Rule... rules) {
    this(WatchSettings.defaults(Story.SHANGHAI), index, rules);
  }

  MonthlyStory(WatchSettings settings, BaseIndex index, Rule... rules) {
    this.out = new Story(settings, rules);
    this.watch = new Watch(settings, List.of(rules));
    this.index = index;
  }

  /** Three good months: 150 yuan and 200 minutes. */
  static MonthlyStory ofAValuedCustomer(Rule... rules) {
    return new MonthlyStory(BaseIndex.FLAT, rules).month(150, 200).month(150, 200).month(150, 200);
  }

  /** A month passes, with this bill and these outgoing calls. */
  MonthlyStory month(int yuan, int minutes) {
    long at = noonOf(month.atDay(1));
    take(Event.of(EventKind.DATA, LedgerHarness.CUSTOMER, at, ++ids, 1));
    take(Event.of(EventKind.CHARGE, LedgerHarness.CUSTOMER, at, ++ids, yuan * 100L));
    take(Event.of(EventKind.VOICE_OUT, LedgerHarness.CUSTOMER, at, ++ids, minutes * MINUTE));
    month = month.plusMonths(1);
    return closedUntil(month.atDay(1).minusDays(1));
  }

  /** The days up to this one close. */
  MonthlyStory closedUntil(LocalDate day) {
    ledger.watermark(ledger.ledger.closeAt(LedgerHarness.CUSTOMER, (int) day.toEpochDay()));
    for (; judged < ledger.out.closed.size(); judged++) {
      DayClosed closed = ledger.out.closed.get(judged);
      out.now = closed.closedAt();
      out.fireTimersUntil(closed.closedAt());
      watch.judge(closed, index, out.file, out);
    }
    return this;
  }

  /** The customer gives the line up at noon, a day after the last close. */
  MonthlyStory cancels() {
    Care care = new Care(Care.Kind.CANCELLED, Care.Source.CUSTOMER, Map.of("cause", "tariff"));
    Event event = Event.of(LedgerHarness.CUSTOMER, noonOf(month.atDay(2)), ++ids, care);
    watch.accept(event, index, out.file, out);
    return this;
  }

  /** Their places in cohorts, such as {@code 2026-07-01 lost by group}. */
  List<String> places() {
    List<String> words = new ArrayList<>();
    for (Membership place : file().cohorts) {
      List<String> lost =
          Arrays.stream(LostBy.values()).filter(place::isLost).map(LostBy::label).toList();
      words.add(
          LocalDate.ofEpochDay(place.day())
              + (lost.isEmpty() ? "" : " lost by " + String.join(" and ", lost)));
    }
    return words;
  }

  CaseFile file() {
    return CaseFileFormat.unpack(out.file.caseFile());
  }

  /** A table in which the top of every region begins at this amount. */
  static BaseIndex topFrom(long minor) {
    return new BaseIndex() {
      @Override
      public double of(String region, int day, dev.ebb.ledger.Measure measure) {
        return 1;
      }

      @Override
      public long topArpu(String region, int day) {
        return Days.monthOf(day) > 0 ? minor : Long.MAX_VALUE;
      }
    };
  }

  private void take(Event event) {
    ledger.accept(event);
  }

  private static long noonOf(LocalDate day) {
    return Story.noonOf(day);
  }
}
