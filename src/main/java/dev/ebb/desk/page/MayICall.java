package dev.ebb.desk.page;

import dev.ebb.desk.page.Check.Light;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.Place;
import dev.ebb.retention.CaseMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Weighs what stands in the way of a call. */
final class MayICall {
  private static final Set<String> STOPS = Set.of("legal-stop", "opted-out");
  private static final Set<String> COMPLAINTS = Set.of("complaint-open", "complaints");
  private static final Set<String> ARREARS = Set.of("arrears");
  private final Words words;
  private final Instant now;

  MayICall(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  Verdict of(CaseView view) {
    CaseCard card = view.card();
    List<Check> checks = new ArrayList<>();
    checks.add(window(view));
    checks.add(lastAttempt(card));
    checks.add(minded(card, COMPLAINTS, "check.ticket", "check.ticket.open", "check.ticket.none"));
    checks.add(minded(card, ARREARS, "check.arrears", "check.arrears.open", "check.arrears.none"));
    checks.add(law(view));
    Light light =
        checks.stream().map(Check::light).max(Comparator.naturalOrder()).orElse(Light.CLEAR);
    return new Verdict(light, sentence(light, card), checks);
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
        : wait(words.say("check.window.over", words.time(until, now)));
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

  private Check minded(CaseCard card, Set<String> rules, String label, String open, String none) {
    boolean isOpen = card.rules().stream().anyMatch(rules::contains);
    return new Check(
        isOpen ? Light.MIND : Light.CLEAR, words.say(label), words.say(isOpen ? open : none));
  }

  private Check law(CaseView view) {
    String reason = view.card().reason();
    boolean hasOptedOut =
        view.profile() != null
            && view.profile().contact() != null
            && view.profile().contact().optOut();
    boolean isStopped = reason != null && STOPS.contains(reason);
    String stop = hasOptedOut ? "opted-out" : reason;
    return hasOptedOut || isStopped
        ? new Check(Light.STOP, words.say("check.law"), words.code("stop", stop))
        : new Check(Light.CLEAR, words.say("check.law"), words.say("check.law.none"));
  }

  private String sentence(Light light, CaseCard card) {
    if (card.place() == Place.ANSWERED || card.place() == Place.ENDED) {
      return words.say("verdict.over");
    }
    return switch (light) {
      case CLEAR -> words.say("verdict.clear");
      case MIND -> words.say("verdict.mind");
      case WAIT ->
          isWindowOpen(card)
              ? words.say("verdict.quiet")
              : words.say("verdict.wait", words.time(card.contactFrom(), now));
      case STOP -> words.say("verdict.stop");
    };
  }
}
