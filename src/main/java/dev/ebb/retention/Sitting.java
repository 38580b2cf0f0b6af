package dev.ebb.retention;

import dev.ebb.event.Outcome;
import dev.ebb.event.Profile;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.DayClosed;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One customer before Watch: what is known, and where to say what follows from it. */
final class Sitting {
  final String customerId;
  final Profile profile;
  final CaseFile file;
  final WatchOutput output;
  final Signals signals;

  /** As what the customer is counted so far, and whether the ledger had dropped them. */
  Census.Counted counted;

  final boolean wasForgotten;

  /** What the open case showed when last looked at; a closing message shows it again. */
  final List<LiveSignal> shownBefore;

  private final WatchSettings settings;
  private final Map<String, Rule> rules;

  /** Whether a live signal ends because its rule's condition does not hold. */
  private boolean excused;

  /** The case file as it was read; null for a customer never judged. */
  private final byte[] stored;

  Sitting(
      String customerId,
      Profile profile,
      byte[] stored,
      WatchSettings settings,
      Map<String, Rule> rules,
      WatchOutput output) {
    this.customerId = customerId;
    this.profile = profile;
    this.stored = stored;
    this.file = stored == null ? new CaseFile() : CaseFileFormat.unpack(stored);
    this.counted = Census.Counted.of(file);
    this.wasForgotten = file.forgotten;
    this.settings = settings;
    this.rules = rules;
    this.output = output;
    this.signals = new Signals(file, rules);
    this.shownBefore = file.open == null ? List.of() : signals.shown(file.open.isContactable());
  }

  /** The same before a newer profile. */
  Sitting with(Profile newest) {
    Sitting renewed = new Sitting(customerId, newest, stored, settings, rules, output);
    if (newest.activatedOn() != null) {
      renewed.file.activatedOn = newest.activatedOn();
    }
    return renewed;
  }

  /** First day of the customer on this number, or null. */
  LocalDate activatedOn() {
    return profile != null && profile.activatedOn() != null
        ? profile.activatedOn()
        : file.activatedOn;
  }

  /** The customer's region, which the newest profile knows best; or null. */
  String region(String otherwise) {
    return profile == null || profile.region() == null ? otherwise : profile.region();
  }

  /** Somebody who was known before they were activated was somebody else. */
  boolean meetsNewOwner(Profile newest) {
    LocalDate newDay = newest.activatedOn();
    if (newDay == null) {
      return false;
    }
    LocalDate before = activatedOn();
    return before != null
        ? newDay.isAfter(before)
        : !file.isBlank() && newDay.toEpochDay() > file.knownOn();
  }

  /** Whether the customer does not want to be contacted. */
  boolean hasOptedOut() {
    return profile != null && profile.contact() != null && profile.contact().optOut();
  }

  /** Whether the law forbids contact at this instant. */
  boolean isStopped(long at) {
    return file.stoppedUntil > at;
  }

  /** Whether the law forbids contact when this day of the operator's begins. */
  boolean isStoppedOn(LocalDate day) {
    return isStopped(day.atStartOfDay(settings.zone()).toInstant().toEpochMilli());
  }

  /** Notes what is known of a customer before the first close. */
  void introduce(int lastDay) {
    if (!file.wasJudged()) {
      file.lastDay = lastDay;
      file.value = settings.valuation().of(new UnknownHistory(lastDay), profile);
      file.activatedOn = activatedOn();
      file.region = region(null);
    }
  }

  /** Whether a call to the customer is possible at all. */
  boolean mayBeContacted(long at) {
    return !hasOptedOut() && !isStopped(at) && !settings.shadow();
  }

  /** The last judged day with nothing known but the profile and what was said since. */
  Subject withoutHistory(BaseIndex index, ZoneId zone, long at) {
    DayClosed closed =
        new DayClosed(
            customerId,
            file.lastDay,
            file.lastAt,
            false,
            profile == null ? null : profile.region(),
            new UnknownHistory(file.lastDay));
    return new Subject(closed, profile, index, zone, file.firstDay, file.care, at, null);
  }

  /** The instant to go by when time has reached {@code at}: it never runs backwards. */
  long notBefore(long at) {
    return Math.max(at, file.lastAt);
  }

  /** The same for an event that does not drive time, and may lie before the last message. */
  long notBeforeSaid(long at) {
    return Math.max(notBefore(at), file.open == null ? at : file.open.saidAt);
  }

  /** Stores what has changed. */
  void store(CustomerFile state) {
    if (file.open == null) {
      file.series = null;
    }
    if (file.isRemainder()) {
      state.clear();
      CaseFile rest = file.remainder();
      if (rest != null) {
        state.caseFile(CaseFileFormat.pack(rest));
      }
    } else if (!file.isBlank()) {
      byte[] packed = CaseFileFormat.pack(file);
      if (!Arrays.equals(packed, stored)) {
        state.caseFile(packed);
      }
    }
  }

  /** Sends a message about the case. */
  void tell(CaseMessage message) {
    output.message(message, Slice.of(file));
  }

  /** The rule's condition does not hold, so what it had seen is no longer a signal. */
  void excuse(Rule rule) {
    SignalTrail trail = file.trails.get(rule.id());
    if (trail != null) {
      excused |= trail.standing.isLive();
      trail.end();
    }
  }

  /** Why nothing may be acted upon any more, if neither by law nor by the condition of a rule. */
  String whyGone(long at, String otherwise) {
    if (isStopped(at)) {
      return Reason.LEGAL_STOP;
    }
    return excused ? Reason.CONDITION : otherwise;
  }

  /** Whether the open case may be worked for more than what is owed to every customer. */
  boolean hasBeenChosen() {
    return file.open != null
        && file.open.isContactable()
        && !file.open.signals.keySet().stream().allMatch(this::isOwed);
  }

  /** Whether some live signal that counts calls for what is owed to every customer. */
  boolean isOwedACall() {
    return signals.shown(true).stream().anyMatch(signal -> isOwed(signal.rule().id()));
  }

  /** Whether a case of another one of the household may have to be worked first. */
  boolean sharesTurns() {
    return profile != null && profile.household() != null && !isOwedACall();
  }

  private boolean isOwed(String ruleId) {
    Rule rule = rules.get(ruleId);
    return rule != null && settings.policy().owes(rule);
  }

  /** Notes that somebody has tried to talk to the customer, if they have. */
  void note(Outcome outcome, long at) {
    boolean isTalk =
        switch (outcome.kind()) {
          case ATTEMPTED, REACHED -> true;
          case ACCEPTED, DECLINED, CALLBACK -> file.open == null || !file.open.work.isTalking();
          default -> false;
        };
    if (isTalk && !file.isBlank()) {
      settings.policy().cap().note(file.contacts, at);
    }
  }

  /** Why nobody may act on signals that are live and do not count. */
  Withheld whyWithheld(List<LiveSignal> waiting, long at) {
    if (isStopped(at)) {
      return Withheld.LEGAL_STOP;
    }
    if (hasOptedOut()) {
      return Withheld.OPT_OUT;
    }
    List<LiveSignal> active = waiting.stream().filter(LiveSignal::isActive).toList();
    Permission permission = new Permission(settings, this, at);
    return active.stream()
        .filter(signal -> signal.standing().isMature())
        .map(signal -> permission.against(signal.rule()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(active.isEmpty() ? Withheld.SHADOW : Withheld.IMMATURE);
  }

  /** Decides every standing anew; returns whether a live signal has changed by it. */
  boolean review(long at) {
    boolean changed = false;
    file.resting.values().removeIf(until -> until <= at);
    Permission permission = new Permission(settings, this, at);
    for (var entries = file.trails.entrySet().iterator(); entries.hasNext(); ) {
      var entry = entries.next();
      SignalTrail trail = entry.getValue();
      Standing before = trail.standing;
      Rule rule = rules.get(entry.getKey());
      boolean judged = rule != null && Signals.fits(rule, trail);
      if (judged) {
        trail.settle(rule, settings, () -> permission.against(rule) == null, at);
      }
      if (!judged || trail.isBlank()) {
        entries.remove();
      }
      changed |= before.isLive() && (!judged || trail.standing != before);
    }
    return changed;
  }
}
