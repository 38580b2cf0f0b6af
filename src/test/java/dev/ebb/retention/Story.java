package dev.ebb.retention;

import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Contact;
import dev.ebb.event.Profile.Plan;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.Measure;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Rule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One customer's story: days close at 02:00 after them, deadlines fire in between. */
class Story implements WatchOutput {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final String LI = "13800000001";
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  static final LocalDate ACTIVATED = LocalDate.of(2020, 1, 15);
  static final long HOUR = 3_600_000L;

  final MemoryFile file = new MemoryFile();
  final List<CaseMessage> messages = new ArrayList<>();
  final List<String> heard = new ArrayList<>();
  private long endedAt = Long.MIN_VALUE;
  final List<CaseMessage> againstTheirWill = new ArrayList<>();
  private boolean optedOut;
  private long profileAt = Long.MIN_VALUE;
  final List<String> refuted = new ArrayList<>();
  final List<String> stages = new ArrayList<>();
  final List<Exit> exits = new ArrayList<>();
  final List<Leaver> leavers = new ArrayList<>();
  final List<String> withdrawn = new ArrayList<>();
  final Map<Slice, TreeMap<Integer, TreeMap<String, Integer>>> counted = new HashMap<>();
  final List<Double> risks = new ArrayList<>();
  List<String> scoring = List.of();
  LocalDate today = MONDAY;

  /** Instant of the last thing that happened. */
  long now = Long.MIN_VALUE;

  private Watch watch;
  private BaseIndex index = BaseIndex.FLAT;

  Story(Rule... rules) {
    this(WatchSettings.defaults(SHANGHAI), rules);
  }

  Story(WatchSettings settings, Rule... rules) {
    nowWatchedBy(settings, rules);
  }

  Story nowWatchedBy(WatchSettings settings, Rule... rules) {
    watch = new Watch(settings, List.of(rules));
    return this;
  }

  /** From now on this is what is usual. */
  Story indexed(BaseIndex newIndex) {
    index = newIndex;
    return this;
  }

  /** A day closes on which calls had fallen so far. */
  Story dayOfFewerCalls(double strength) {
    return day(Map.of(Measure.VOICE_OUT, strength), true, false);
  }

  Story day(Map<Measure, Double> falls) {
    return day(falls, true, false);
  }

  Story day(Map<Measure, Double> falls, boolean mature, boolean corrected) {
    return day(falls, mature, corrected, 0);
  }

  Story daySilentFor(int gapDays) {
    return day(Map.of(), true, false, gapDays);
  }

  Story day(Map<Measure, Double> falls, boolean mature, boolean corrected, int silentDays) {
    int day = (int) today.toEpochDay();
    long at = closeOf(today);
    now = at;
    fireTimersUntil(at);
    ScriptedHistory history = new ScriptedHistory(day, falls, mature, day - silentDays);
    watch.judge(new DayClosed(LI, day, at, corrected, "Hangzhou", history), index, file, this);
    today = today.plusDays(1);
    return this;
  }

  /** A day closes as the ledger has it. */
  Story day(DayClosed closed) {
    now = closed.closedAt();
    fireTimersUntil(now);
    watch.judge(closed, index, file, this);
    today = LocalDate.ofEpochDay(closed.day() + 1L);
    return this;
  }

  Story profile(long at, LocalDate activatedOn, LocalDate contractEnds) {
    optedOut &= at < profileAt;
    profileAt = Math.max(profileAt, at);
    return accept(Event.of(LI, profileOf(at, activatedOn, contractEnds)));
  }

  /** The customer no longer wants to be contacted. */
  Story optOut(long at) {
    optedOut |= at >= profileAt;
    profileAt = Math.max(profileAt, at);
    Profile known = profileOf(at, ACTIVATED, null);
    return accept(
        Event.of(
            LI,
            new Profile(
                at,
                known.activatedOn(),
                known.status(),
                known.payment(),
                known.plan(),
                known.agreements(),
                null,
                null,
                known.region(),
                null,
                null,
                null,
                new Contact(true, List.of("sms"), null, null, null, null))));
  }

  /** This instant, unless the customer's end is later: the ledger lets nothing older pass. */
  long afterItsEnd(long at) {
    return Math.max(at, endedAt);
  }

  /** The number is another customer's. */
  Story recycle(long at, LocalDate activatedOn, LocalDate contractEnds) {
    endedAt = at + 1;
    return profile(at, activatedOn, contractEnds);
  }

  Story erase(long at) {
    endedAt = at + 1;
    optedOut = false;
    return accept(Event.erase(LI, at));
  }

  Story accept(Event event) {
    now = Math.max(now, event.at());
    watch.accept(event, index, file, this);
    return this;
  }

  Story returned(long at) {
    now = at;
    fireTimersUntil(at);
    watch.returned(LI, at, file, this);
    return this;
  }

  Story forgotten(long at) {
    endedAt = at + 1;
    optedOut = false;
    now = at;
    fireTimersUntil(at);
    watch.forgotten(LI, at, file, this);
    return this;
  }

  Story fireTimersUntil(long instant) {
    while (!file.timers.isEmpty() && file.timers.first() <= instant) {
      watch.deadline(LI, file.timers.pollFirst(), file, this);
    }
    return this;
  }

  /** The timers never fire: time has leapt over them. */
  Story losingTimers() {
    file.timers.clear();
    return this;
  }

  CaseMessage last() {
    return messages.get(messages.size() - 1);
  }

  List<String> told() {
    return messages.stream().map(Story::inWords).toList();
  }

  private static String inWords(CaseMessage message) {
    String words = message.revision() + " " + message.state().label();
    words += message.reason() == null ? "" : " " + message.reason();
    return words + (message.withheld() == null ? "" : " (" + message.withheld().label() + ")");
  }

  static long closeOf(LocalDate day) {
    return noonOf(day) + 14 * HOUR;
  }

  static long noonOf(LocalDate day) {
    return day.atTime(12, 0).atZone(SHANGHAI).toInstant().toEpochMilli();
  }

  static Profile profileOf(long at, LocalDate activatedOn, LocalDate contractEnds) {
    List<Agreement> agreements =
        contractEnds == null
            ? List.of()
            : List.of(new Agreement(AgreementKind.CONTRACT, "24 months", contractEnds, false));
    return new Profile(
        at,
        activatedOn,
        Profile.Status.ACTIVE,
        Profile.Payment.POSTPAID,
        new Plan("M128", "Monthly 128", 12_800),
        agreements,
        null,
        null,
        "Hangzhou",
        null,
        null,
        null,
        new Contact(false, List.of("sms"), null, null, null, null));
  }

  @Override
  public void message(CaseMessage message) {
    messages.add(message);
    if (optedOut && message.isContactable() && !message.isClosing()) {
      againstTheirWill.add(message);
    }
  }

  @Override
  public void counted(Slice slice, int day, String name, int count) {
    counted
        .computeIfAbsent(slice, key -> new TreeMap<>())
        .computeIfAbsent(day, key -> new TreeMap<>())
        .merge(name, count, Integer::sum);
  }

  /** A key figure of a slice, all days added up; what is nought is left out. */
  Map<String, Integer> figures(Slice slice) {
    return figures(slice, Integer.MAX_VALUE);
  }

  /** The same up to a day. */
  Map<String, Integer> figures(Slice slice, int lastDay) {
    Map<String, Integer> sums = new TreeMap<>();
    counted
        .getOrDefault(slice, new TreeMap<>())
        .headMap(lastDay, true)
        .values()
        .forEach(day -> day.forEach((name, count) -> sums.merge(name, count, Integer::sum)));
    sums.values().removeIf(count -> count == 0);
    return sums;
  }

  @Override
  public void heard(Outcome.Kind kind, boolean taken) {
    heard.add(kind.label() + " " + taken);
  }

  @Override
  public void refuted(String rule, Outcome.Reason reason) {
    refuted.add(rule + " " + reason.label());
  }

  @Override
  public void stage(StageChange change) {
    String from = change.from() == null ? "null" : change.from().code();
    stages.add(from + ">" + change.to().code() + " " + change.reason());
  }

  @Override
  public void exit(Exit exit) {
    exits.add(exit);
  }

  @Override
  public void left(Leaver leaver) {
    leavers.add(leaver);
  }

  @Override
  public void cameBack(String customerId) {
    withdrawn.add("came back");
  }

  @Override
  public void erased(String customerId, long at) {
    withdrawn.add("erased");
  }

  @Override
  public void scored(String customerId, int day, double risk, Tier tier, List<String> signals) {
    risks.add(risk);
    scoring = signals;
  }
}
