package dev.ebb.desk.page;

import dev.ebb.desk.page.Check.Light;
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
  private static final Set<String> STOPS = Set.of("legal-stop", "opted-out");
  private static final Set<String> COMPLAINTS = Set.of("complaint-open", "complaints");
  private static final Set<String> ARREARS = Set.of("arrears");

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
    CaseCard card = view.card();
    Instant until = until(view);
    if (!isWindowOpen(card)) {
      return wait(words.say("check.window.from", words.time(card.contactFrom(), now)));
    }
    if (until == null) {
      return new Check(Light.CLEAR, words.say("check.window"), words.say("check.window.open"));
    }
    return until.isAfter(now)
        ? new Check(
            Light.CLEAR,
            words.say("check.window"),
            words.say("check.window.until", words.time(until, now)))
        : wait(words.say("check.window.over", words.time(until, now), again(view)));
  }

  private Check wait(String text) {
    return new Check(Light.WAIT, words.say("check.window"), text);
  }

  private static Instant until(CaseView view) {
    CaseMessage.Recommended move = view.message().recommended();
    Long until = move == null ? null : move.contactUntil();
    return until == null ? null : Instant.ofEpochMilli(until);
  }

  private boolean isWindowOpen(CaseCard card) {
    return card.contactFrom() == null || !card.contactFrom().isAfter(now);
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
    String reason = view.card().reason();
    boolean hasOptedOut =
        view.profile() != null
            && view.profile().contact() != null
            && view.profile().contact().optOut();
    boolean isStopped = reason != null && STOPS.contains(reason);
    if (!hasOptedOut && !isStopped) {
      return new Check(Light.CLEAR, words.say("check.law"), words.say("check.law.none"));
    }
    boolean isByLaw = !hasOptedOut && reason.equals("legal-stop");
    return new Check(
        Light.STOP,
        words.say("check.law"),
        isByLaw ? law(view.message()) : words.say("stop.opted-out"));
  }

  private String law(CaseMessage message) {
    Duration lapse = rules.legalStop();
    return lapse == null
        ? words.say("stop.legal-stop")
        : words.say(
            "stop.legal-stop.until",
            words.time(Instant.ofEpochMilli(message.at()).plus(lapse), now));
  }

  /** When quiet hours that have begun are over. */
  private String again(CaseView view) {
    return words.time(rules.notBefore(now, view.profile()), now);
  }

  private String sentence(Light light, CaseView view) {
    CaseCard card = view.card();
    if (light != Light.STOP && (card.place() == Place.ANSWERED || card.place() == Place.ENDED)) {
      return words.say("verdict.over");
    }
    return switch (light) {
      case CLEAR -> words.say("verdict.clear");
      case MIND -> words.say("verdict.mind");
      case WAIT ->
          isWindowOpen(card)
              ? words.say("verdict.quiet", again(view))
              : words.say("verdict.wait", words.time(card.contactFrom(), now));
      case STOP -> words.say("verdict.stop");
    };
  }
}
