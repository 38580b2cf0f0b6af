package dev.ebb.retention;

import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
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

  private final ZoneId zone;
  private final AlertBudget budget;
  private final PriorityHistory priorities = new PriorityHistory();

  /** The open ones; each ends with a closing message. */
  private final Set<String> admitted = new HashSet<>();

  private final Set<String> refusedToday = new HashSet<>();

  /** The newest day seen, an epoch day: messages come from many tasks, a little out of order. */
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
    if (!message.isContactable() || budget.isUnlimited()) {
      return message;
    }
    moveTo(message.at());
    if (message.isClosing()) {
      return admitted.remove(message.alertId()) ? message : withheld(message);
    }
    if (admitted.contains(message.alertId())) {
      return message;
    }
    return admit(message) ? message.opened() : withheld(message);
  }

  /** Everything that a restart needs. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter().raw(VERSION).zigzag(today);
    out.varint(admittedToday).varint(admitted.size());
    admitted.forEach(out::string);
    out.varint(refusedToday.size());
    refusedToday.forEach(out::string);
    priorities.pack(out);
    return out.toBytes();
  }

  /** Goes on where the packed admission was. */
  public void unpack(byte[] packed) {
    PackedReader in = new PackedReader(packed).version(WHAT, VERSION);
    today = in.zigzag();
    admittedToday = in.varintInt();
    for (int left = in.varintInt(); left > 0; left--) {
      admitted.add(in.string());
    }
    for (int left = in.varintInt(); left > 0; left--) {
      refusedToday.add(in.string());
    }
    priorities.unpack(in);
  }

  private void moveTo(long at) {
    long day = Instant.ofEpochMilli(at).atZone(zone).toLocalDate().toEpochDay();
    if (day <= today) {
      return;
    }
    if (today != Long.MIN_VALUE) {
      priorities.endDays(day - today);
    }
    admittedToday = 0;
    refusedToday.clear();
    today = day;
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
    admitted.add(message.alertId());
    return true;
  }

  private static CaseMessage withheld(CaseMessage message) {
    CaseState state = message.isClosing() ? message.state() : CaseState.WITHHELD;
    return message.with(state, Withheld.BUDGET);
  }
}
