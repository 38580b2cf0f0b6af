package dev.ebb.retention;

import dev.ebb.event.Outcome.Kind;
import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps the day's alert budget, and one call per household, for the whole job: decides in order of
 * arrival which contactable cases stay so. A case is admitted while the budget lasts if its
 * priority is at least what would have filled the budget on the mean of the last seven days, so the
 * best ones need not wait for the day's end. An admitted case stays admitted; a refused one is
 * withheld and asks again with its daily repeat.
 */
public final class Admission {
  private static final int VERSION = 1;
  private static final String WHAT = "admission";
  private static final Withheld[] REASONS = Withheld.values();

  private final ZoneId zone;
  private final AlertBudget budget;
  private final Households households;
  private final PriorityHistory priorities = new PriorityHistory();

  /** The open ones by alert id; each ends with a closing message. */
  private final Map<String, Term> admitted = new HashMap<>();

  /** Those that are open and were never admitted, by alert id. */
  private final Map<String, Refusal> refused = new HashMap<>();

  /** The newest day seen, an epoch day: messages come from many tasks, a little out of order. */
  private long today = Long.MIN_VALUE;

  private int admittedToday;

  /**
   * The time in which an admitted case is to be worked.
   *
   * @param told its act-by when it was admitted, epoch milliseconds
   * @param given the one it was given instead
   * @param runs whether it has neither been met nor told as over
   */
  private record Term(long told, long given, boolean runs) {
    boolean isLate() {
      return given != told;
    }

    Term stopped() {
      return new Term(told, given, false);
    }
  }

  /** {@code day}: the epoch day of the last one. */
  private record Refusal(Withheld why, long day) {}

  /**
   * An admission that has seen nothing yet.
   *
   * @param zone the operator's zone, in which days are cut
   * @param householdRest after a case of a household was admitted its others wait so long
   */
  public Admission(ZoneId zone, AlertBudget budget, Duration householdRest) {
    this.zone = zone;
    this.budget = budget;
    this.households = new Households(householdRest);
  }

  /** The message as it may leave: unchanged, begun late, or withheld. */
  public CaseMessage decide(CaseMessage message) {
    if (!message.isContactable() || (budget.isUnlimited() && households.areFree())) {
      return message;
    }
    moveTo(message.at());
    if (message.isClosing()) {
      return closed(message);
    }
    Term term = admitted.get(message.alertId());
    if (term != null) {
      return inItsTerm(message, term);
    }
    Withheld why = against(message);
    if (why == null) {
      return admit(message);
    }
    refused.put(message.alertId(), new Refusal(why, today));
    return punctual(message).withheldFor(why);
  }

  /** Everything that a restart needs. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter().raw(VERSION).zigzag(today);
    out.varint(admittedToday).varint(admitted.size());
    admitted.forEach(
        (alertId, term) ->
            out.string(alertId).zigzag(term.told()).zigzag(term.given()).bool(term.runs()));
    out.varint(refused.size());
    refused.forEach(
        (alertId, refusal) ->
            out.string(alertId).varint(refusal.why().ordinal()).zigzag(refusal.day()));
    households.pack(out);
    priorities.pack(out);
    return out.toBytes();
  }

  /** Goes on where the packed admission was. */
  public void unpack(byte[] packed) {
    PackedReader in = new PackedReader(packed).version(WHAT, VERSION);
    today = in.zigzag();
    admittedToday = in.varintInt();
    for (int left = in.varintInt(); left > 0; left--) {
      admitted.put(in.string(), new Term(in.zigzag(), in.zigzag(), in.bool()));
    }
    for (int left = in.varintInt(); left > 0; left--) {
      refused.put(in.string(), new Refusal(REASONS[in.varintInt()], in.zigzag()));
    }
    households.unpack(in);
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
    households.forget(at);
    today = day;
  }

  /** A case ends where it was told. */
  private CaseMessage closed(CaseMessage message) {
    Refusal refusal = refused.remove(message.alertId());
    if (admitted.remove(message.alertId()) != null) {
      return message;
    }
    return message.withheldFor(refusal == null ? Withheld.BUDGET : refusal.why());
  }

  /** What keeps a case that was not admitted yet from being so, or null. */
  private Withheld against(CaseMessage message) {
    if (households.isTaken(message)) {
      return Withheld.HOUSEHOLD;
    }
    if (endsTooSoon(message)) {
      Refusal refusal = refused.get(message.alertId());
      return refusal == null ? Withheld.BUDGET : refusal.why();
    }
    return budget.isUnlimited() || fits(message) ? null : Withheld.BUDGET;
  }

  /** The budget is asked once a day. */
  private boolean fits(CaseMessage message) {
    Refusal refusal = refused.get(message.alertId());
    boolean wasAskedToday =
        refusal != null && refusal.why() == Withheld.BUDGET && refusal.day() == today;
    if (wasAskedToday) {
      return false;
    }
    double threshold = priorities.threshold(budget);
    priorities.add(message.priority());
    return !budget.isSpentBy(admittedToday) && message.priority() >= threshold;
  }

  /** It would expire before its full time is over. */
  private static boolean endsTooSoon(CaseMessage message) {
    return freshActBy(message) > message.aside().endsAt();
  }

  /** Who was refused before is told as if the case had begun now. */
  private CaseMessage admit(CaseMessage message) {
    refused.remove(message.alertId());
    admittedToday++;
    households.take(message);
    Term term = new Term(message.actBy(), Math.max(message.actBy(), freshActBy(message)), true);
    admitted.put(message.alertId(), term);
    return message.opened(term.given());
  }

  private static long freshActBy(CaseMessage message) {
    return message.at() + message.aside().allowanceMillis();
  }

  /** Nobody is late with what may not be done. */
  private static CaseMessage punctual(CaseMessage message) {
    return Reason.OVERDUE.equals(message.reason())
        ? message.dueBy(message.actBy(), Reason.DAILY)
        : message;
  }

  /**
   * The act-by of a case that was admitted late runs from there, not from its beginning: Watch, who
   * does not know of it, says too early that it is over, and with its daily repeat it is over.
   */
  private CaseMessage inItsTerm(CaseMessage message, Term term) {
    if (!term.isLate()) {
      return message;
    }
    CaseMessage told = message.actBy() == term.told() ? byItsTerm(message, term) : message;
    if (isTried(told) || Reason.OVERDUE.equals(told.reason())) {
      admitted.put(message.alertId(), term.stopped());
    }
    return told;
  }

  private static CaseMessage byItsTerm(CaseMessage message, Term term) {
    CaseMessage told = punctual(message);
    boolean isOver = term.runs() && !isTried(message) && message.at() >= term.given();
    boolean isOverdue = isOver && Reason.DAILY.equals(told.reason());
    return told.dueBy(term.given(), isOverdue ? Reason.OVERDUE : told.reason());
  }

  /** Taken is not tried yet; put off is as good, since it is raised again later. */
  private static boolean isTried(CaseMessage message) {
    return switch (message.state()) {
      case OPEN, RAISED -> false;
      case CLAIMED ->
          Kind.ATTEMPTED.label().equals(message.reason())
              || Kind.SNOOZED.label().equals(message.reason());
      default -> true;
    };
  }
}
