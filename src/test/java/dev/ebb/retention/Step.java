package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.closeOf;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.ledger.Measure;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** One thing that happens to a customer in a random story. */
@FunctionalInterface
interface Step {
  void in(Story story);

  /** A step under words that a failed property can print. */
  private static Step called(String words, Step step) {
    return new Step() {
      @Override
      public void in(Story story) {
        step.in(story);
      }

      @Override
      public String toString() {
        return words;
      }
    };
  }

  /** A day closes, perhaps after days that were not judged at all. */
  static Arbitrary<Step> day() {
    Arbitrary<Double> strength = Arbitraries.of(0.0, .2, .36, .49, .5, .7, 1.0);
    return Combinators.combine(
            strength,
            strength,
            strength,
            often(true),
            often(false),
            Arbitraries.of(0, 0, 3, 7, 14),
            Arbitraries.of(0, 0, 0, 1, 12))
        .as(
            (calls, data, messages, mature, corrected, silent, skipped) ->
                called(
                    "after %d d: calls %s, data %s, messages %s, mature %s, corrected %s, silent %d"
                        .formatted(skipped, calls, data, messages, mature, corrected, silent),
                    story -> {
                      story.today = story.today.plusDays(skipped);
                      story.day(
                          Map.of(
                              Measure.VOICE_OUT, calls,
                              Measure.DATA, data,
                              Measure.SMS_OUT, messages),
                          mature,
                          corrected,
                          silent);
                    }));
  }

  /** The customer acts, some hours after the last close. */
  static Arbitrary<Step> returned() {
    return hours()
        .map(hours -> called("returned " + hours, story -> story.returned(after(story, hours))));
  }

  /** A profile, perhaps of a new owner, perhaps with a contract that ends soon. */
  static Arbitrary<Step> profile() {
    return Combinators.combine(hours(), Arbitraries.of(5, 20, 400), often(false))
        .as(
            (hours, daysLeft, newOwner) ->
                called(
                    "profile %d h: %d d left, new owner %s".formatted(hours, daysLeft, newOwner),
                    story -> {
                      LocalDate ends = story.today.plusDays(daysLeft);
                      if (newOwner) {
                        story.recycle(after(story, hours), story.today.minusDays(1), ends);
                      } else {
                        story.profile(after(story, hours), ACTIVATED, ends);
                      }
                    }));
  }

  /** The customer does not want to be called any more. */
  static Arbitrary<Step> optOut() {
    return hours()
        .map(hours -> called("opts out " + hours, story -> story.optOut(after(story, hours))));
  }

  /** An agent says something of the last case, or of one that never was. */
  static Arbitrary<Step> word() {
    return Combinators.combine(
            hours(),
            Arbitraries.of(Outcome.Kind.values()),
            Arbitraries.of(0, 1, 5, 40),
            often(true))
        .as(
            (hours, kind, days, known) ->
                called(
                    "%s after %d h, due in %d d, known %s".formatted(kind, hours, days, known),
                    story -> {
                      long at = after(story, hours);
                      String alertId =
                          known && !story.messages.isEmpty() ? story.last().alertId() : "none";
                      Outcome outcome =
                          new Outcome(
                              alertId, kind, Outcome.Reason.TRAVEL, at + days * 24 * HOUR, null);
                      story.accept(Event.of(Story.LI, at, 1, outcome));
                    }));
  }

  /** The customer gives the line up or takes it elsewhere. */
  static Arbitrary<Step> departure() {
    return Combinators.combine(hours(), Arbitraries.of(Care.Kind.CANCELLED, Care.Kind.PORTED_OUT))
        .as(
            (hours, kind) ->
                called(
                    kind + " " + hours,
                    story -> {
                      Care care = new Care(kind, Care.Source.CUSTOMER, Map.of());
                      story.accept(Event.of(Story.LI, after(story, hours), 2, care));
                    }));
  }

  /** The customer is erased, or forgotten. */
  static Arbitrary<Step> end() {
    return Combinators.combine(hours(), often(true))
        .as(
            (hours, erased) ->
                called(
                    (erased ? "erased " : "forgotten ") + hours,
                    story -> {
                      if (erased) {
                        story.erase(after(story, hours));
                      } else {
                        story.forgotten(after(story, hours));
                      }
                    }));
  }

  /** Something is said, some minutes or days after the last thing, or late. */
  static Arbitrary<Step> said() {
    return Combinators.combine(
            Arbitraries.of(
                Care.Kind.PORT_OUT_ENQUIRY,
                Care.Kind.PORT_OUT_REQUEST,
                Care.Kind.PORTED_OUT,
                Care.Kind.CANCEL_REQUEST,
                Care.Kind.COMPLAINT,
                Care.Kind.RESOLVED,
                Care.Kind.PLAN_RENEWED),
            Arbitraries.of(Care.Source.class),
            Arbitraries.of(-600, -30, 0, 0, 5, 30, 90, 900, 9_000))
        .as(
            (kind, source, minutes) ->
                called(
                    "%s of %s after %d min".formatted(kind, source, minutes),
                    story -> {
                      long at = story.afterItsEnd(after(story, 0) + minutes * HOUR / 60);
                      story.fireTimersUntil(at);
                      story.accept(Saying.by(source, kind, at));
                    }));
  }

  /** A code is asked for. */
  static Arbitrary<Step> codeRequested() {
    return Arbitraries.of(0, 1)
        .map(
            hours ->
                called(
                    "code requested " + hours,
                    story ->
                        story.accept(
                            Saying.by(
                                Care.Source.CARRIER,
                                Care.Kind.PORT_OUT_REQUEST,
                                after(story, hours)))));
  }

  private static Arbitrary<Integer> hours() {
    return Arbitraries.integers().between(1, 20);
  }

  private static Arbitrary<Boolean> often(boolean value) {
    return Arbitraries.of(value, value, value, value, !value);
  }

  private static long after(Story story, int hours) {
    long hence = Math.max(story.now, closeOf(story.today.minusDays(1)) + hours * HOUR);
    long at = story.afterItsEnd(hence);
    story.fireTimersUntil(at);
    return at;
  }
}
