package dev.ebb.desk.page;

import dev.ebb.desk.page.Check.Light;
import dev.ebb.desk.store.Barrier;
import dev.ebb.desk.store.Barrier.Kind;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.Place;
import dev.ebb.retention.CaseMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Weighs what stands in the way of a call. */
final class MayICall {
  private static final Set<String> COMPLAINTS = Set.of("complaint-open", "complaints");
  private static final Set<String> ARREARS = Set.of("arrears");

  private static final Duration LONGEST_QUIET = Duration.ofDays(1);

  private final Words words;
  private final CallRules rules;
  private final Instant now;

  MayICall(Words words, CallRules rules, Instant now) {
    this.words = words;
    this.rules = rules;
    this.now = now;
  }

  Verdict of(CaseView view) {
    CaseCard card = view.card();
    List<Check> checks = new ArrayList<>();
    checks.add(window(view));
    checks.add(lastAttempt(card));
    checks.add(minded(view, COMPLAINTS, "check.ticket"));
    checks.add(minded(view, ARREARS, "check.arrears"));
    checks.add(law(view));
    Light light =
        checks.stream().map(Check::light).max(Comparator.naturalOrder()).orElse(Light.CLEAR);
    return new Verdict(light, sentence(light, view), checks);
  }

  private Check window(CaseView view) {
    Barrier hour = Barrier.byHour(view, rules, now);
    Instant until = Barrier.contactUntil(view);
    if (hour == null) {
      return new Check(
          Light.CLEAR,
          words.say("check.window"),
          until == null || !until.isAfter(now)
              ? words.say("check.window.open")
              : words.say("check.window.until", words.time(until, now)));
    }
    return new Check(
        Light.WAIT,
        words.say("check.window"),
        hour.kind() == Kind.EARLY
            ? words.say("check.window.from", words.time(hour.until(), now))
            : quiet(until, hour.until()));
  }

  /** The job may have told of other hours than these, or of none. */
  private String quiet(Instant since, Instant until) {
    boolean isKnown =
        since != null && !since.isAfter(now) && since.isAfter(until.minus(LONGEST_QUIET));
    return isKnown
        ? words.say("check.window.over", words.time(since, now), words.time(until, now))
        : words.say("check.window.quiet", words.time(until, now));
  }

  private Check lastAttempt(CaseCard card) {
    String text =
        card.lastAttemptAt() == null
            ? words.say("check.attempt.none")
            : words.say(
                "check.attempt.last", words.time(card.lastAttemptAt(), now), card.attempts());
    return new Check(Light.CLEAR, words.say("check.attempt"), text);
  }

  private Check minded(CaseView view, Set<String> minded, String label) {
    OptionalLong since =
        view.message().signals().stream()
            .filter(signal -> minded.contains(signal.rule()))
            .mapToLong(CaseMessage.Signal::since)
            .min();
    String how = label + (since.isEmpty() ? ".none" : ".open");
    return since.isEmpty()
        ? new Check(Light.CLEAR, words.say(label), words.say(how))
        : new Check(
            Light.MIND,
            words.say(label),
            words.say(how, words.time(Instant.ofEpochMilli(since.getAsLong()), now)));
  }

  private Check law(CaseView view) {
    Barrier law = Barrier.byLaw(view, rules);
    return law == null
        ? new Check(Light.CLEAR, words.say("check.law"), words.say("check.law.none"))
        : new Check(Light.STOP, words.say("check.law"), law(law));
  }

  private String law(Barrier law) {
    String stop = "stop." + law.kind().label();
    String stopUntil = stop + ".until";
    return law.until() == null
        ? words.say(stop)
        : words.say(stopUntil, words.time(law.until(), now));
  }

  private String sentence(Light light, CaseView view) {
    CaseCard card = view.card();
    if (light != Light.STOP && (card.place() == Place.ANSWERED || card.place() == Place.ENDED)) {
      return words.say("verdict.over");
    }
    return switch (light) {
      case CLEAR -> words.say("verdict.clear");
      case MIND -> words.say("verdict.mind");
      case WAIT -> wait(Barrier.byHour(view, rules, now));
      case STOP -> words.say("verdict.stop");
    };
  }

  private String wait(Barrier hour) {
    return words.say(
        hour.kind() == Kind.EARLY ? "verdict.wait" : "verdict.quiet",
        words.time(hour.until(), now));
  }
}
