package dev.ebb.ledger;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Spread;

/** The days one record stands for, and each day's share of its amount. */
record Period(int firstDay, int lastDay, long amount, boolean isOwnAction) {

  static Period of(Event event, Days days) {
    int first = Days.firstDay(event.spread(), days.dayOf(event.at()));
    long amount = event.kind() == EventKind.REFUND ? -event.amount() : event.amount();
    boolean happened = event.spread() == Spread.NONE || amount > 0;
    return new Period(
        first, Days.lastDay(event.spread(), first), amount, happened && event.kind().isOwnAction());
  }

  int days() {
    return lastDay - firstDay + 1;
  }

  /** The day's share; the shares of all days add up to the amount exactly. */
  long share(int day) {
    int days = days();
    long rest = amount % days;
    int index = day - firstDay;
    return amount / days + (index + 1) * rest / days - index * rest / days;
  }
}
