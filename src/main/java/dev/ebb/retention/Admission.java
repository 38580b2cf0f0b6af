package dev.ebb.retention;

import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the day's alert budget for the whole job: decides in order of arrival which contactable
 * cases stay so. A case is admitted while the budget lasts if its priority is at least what would
 * have filled the budget on the mean of the last seven days, so the best ones need not wait for the
 * day's end. An admitted case stays admitted; a refused one is withheld and asks again on a later
 * day.
 */
public final class Admission {
  private static final int VERSION = 1;
  private static final String WHAT = "admission";
  private static final long FORGET_AFTER = Duration.ofDays(2).toMillis();

  private final ZoneId zone;
  private final AlertBudget budget;
  private final PriorityHistory priorities = new PriorityHistory();

  /** When each admitted, open case was last seen, epoch milliseconds. */
  private final Map<String, Long> admitted = new HashMap<>();

  private final Set<String> refusedToday = new HashSet<>();
  private long now = Long.MIN_VALUE;
  private long today = Long.MIN_VALUE;
  private int admittedToday;

  /**
   * An admission that has seen nothing yet.
   *
   * @param zone the operator's zone, in which days are cut
   */
  public Admission(ZoneId zone, AlertBudget budget) {
    this.zone = zone;
    this.budget = budget;
  }

  /** The message as it may leave: unchanged, or withheld for the budget's sake. */
  public CaseMessage decide(CaseMessage message) {
    if (!message.isContactable()) {
      return message;
    }
    moveTo(message.at());
    if (isAdmitted(message.alertId())) {
      keep(message);
      return message;
    }
    if (message.isClosing() || !admit(message)) {
      return withheld(message);
    }
    keep(message);
    return message.opened();
  }

  /** Everything that a restart needs. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter().raw(VERSION).zigzag(now).zigzag(today);
    out.varint(admittedToday).varint(admitted.size());
    admitted.forEach((alertId, seen) -> out.string(alertId).zigzag(seen));
    out.varint(refusedToday.size());
    refusedToday.forEach(out::string);
    priorities.pack(out);
    return out.toBytes();
  }

  /** Goes on where the packed admission was. */
  public void unpack(byte[] packed) {
    PackedReader in = new PackedReader(packed).version(WHAT, VERSION);
    now = in.zigzag();
    today = in.zigzag();
    admittedToday = in.varintInt();
    for (int left = in.varintInt(); left > 0; left--) {
      admitted.put(in.string(), in.zigzag());
    }
    for (int left = in.varintInt(); left > 0; left--) {
      refusedToday.add(in.string());
    }
    priorities.unpack(in);
  }

  /** Messages come from many tasks, a little out of order: the newest instant rules. */
  private void moveTo(long at) {
    now = Math.max(now, at);
    long day = Instant.ofEpochMilli(now).atZone(zone).toLocalDate().toEpochDay();
    if (today != Long.MIN_VALUE && day > today) {
      priorities.endDays(day - today);
      admitted.values().removeIf(this::isForgotten);
    }
    if (day != today) {
      admittedToday = 0;
      refusedToday.clear();
      today = day;
    }
  }

  private boolean isAdmitted(String alertId) {
    Long seen = admitted.get(alertId);
    return seen != null && !isForgotten(seen);
  }

  private boolean isForgotten(long seen) {
    return now - seen > FORGET_AFTER;
  }

  private void keep(CaseMessage message) {
    if (message.isClosing()) {
      admitted.remove(message.alertId());
    } else {
      admitted.put(message.alertId(), now);
    }
  }

  private boolean admit(CaseMessage message) {
    if (refusedToday.contains(message.alertId())) {
      return false;
    }
    double threshold = priorities.threshold(budget);
    priorities.add(message.priority());
    if (budget.isSpentBy(admittedToday) || message.priority() < threshold) {
      refusedToday.add(message.alertId());
      return false;
    }
    admittedToday++;
    return true;
  }

  private static CaseMessage withheld(CaseMessage message) {
    CaseState state = message.isClosing() ? message.state() : CaseState.WITHHELD;
    return message.with(state, Withheld.BUDGET);
  }
}
