package dev.ebb.retention;

import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.signal.Rule;
import java.time.Duration;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The stop is worked out anew from the events themselves, beside the code that keeps it. */
class LegalStopProperties {
  private static final Rule[] RULES = {
    TestRules.CALLS,
    TestRules.DATA,
    TestRules.EXPIRY,
    TestRules.SILENCE,
    shipped("complaints"),
    shipped("complaint-open"),
    shipped("port-out-enquiry"),
    shipped("port-out-request"),
    shipped("cancel-request")
  };

  /** Half of the half-years are held out. */
  private static final ContactPolicy STRICT =
      new ContactPolicy(
          PlaybookFiles.bundled(Currency.getInstance("CNY")),
          ContactPolicy.DEFAULT.quietHours(),
          new ContactCap(2, Duration.ofDays(10)),
          Duration.ofDays(5),
          0,
          new HoldOut(.5, "law"),
          Duration.ZERO);

  @Property(seed = "1")
  void nothingToActUponLeavesWhileAStopHolds(
      @ForAll("lives") List<Step> steps, @ForAll("jurisdictions") String jurisdiction) {
    Listening story = new Listening(law(jurisdiction), jurisdiction);

    steps.forEach(step -> step.in(story.story));

    assertThat(story.broken).isEmpty();
  }

  @Property(seed = "1")
  void nothingToActUponLeavesUnderAnyPolicyWhileAStopHolds(
      @ForAll("workedLives") List<Step> steps, @ForAll("jurisdictions") String jurisdiction) {
    Listening story = new Listening(law(jurisdiction).withPolicy(STRICT), jurisdiction);

    steps.forEach(step -> step.in(story.story));

    assertThat(story.broken).isEmpty();
  }

  @Property(seed = "1")
  void whatPolicyHoldsBackIsNeverContactable(@ForAll("workedLives") List<Step> steps) {
    Story story = new Story(law("CN").withPolicy(STRICT), RULES);
    Set<String> heldOut = new HashSet<>();
    Set<String> contactable = new HashSet<>();
    for (Step step : steps) {
      int told = story.messages.size();
      List<Long> contacts = contacts(story);
      step.in(story);
      for (CaseMessage message : story.messages.subList(told, story.messages.size())) {
        if (message.withheld() == Withheld.HOLD_OUT) {
          heldOut.add(message.alertId());
        } else if (message.isContactable() && contactable.add(message.alertId())) {
          boolean isOwed = message.signals().stream().anyMatch(LegalStopProperties::isOwed);
          boolean isCapped = STRICT.cap().freeAt(contacts) > message.at();
          assertThat(isOwed || !isCapped).as("%s after %s", message, contacts).isTrue();
        }
      }
    }
    assertThat(contactable).noneMatch(heldOut::contains);
  }

  private static boolean isOwed(CaseMessage.Signal signal) {
    return signal.rule().startsWith("complaint");
  }

  private static List<Long> contacts(Story story) {
    byte[] packed = story.file.caseFile();
    return packed == null ? List.of() : List.copyOf(CaseFileFormat.unpack(packed).contacts);
  }

  @Property(seed = "1")
  void everyCaseThatWasOpenIsClosedWhereTheStopBegins(@ForAll("lives") List<Step> steps) {
    Story story = new Story(law("GB"), RULES);
    steps.forEach(step -> step.in(story));

    story.accept(
        Saying.byCustomer(
            Care.Kind.PORT_OUT_REQUEST, Math.max(story.now, Story.noonOf(Story.MONDAY))));

    byte[] packed = story.file.caseFile();
    OpenCase open = CaseFileFormat.unpack(packed).open;
    assertThat(open == null || open.withheld == Withheld.LEGAL_STOP).isTrue();
  }

  /** A story that notes down what the law would not have allowed. */
  private static final class Listening {
    final Story story;
    final java.util.ArrayList<String> broken = new java.util.ArrayList<>();
    private final String jurisdiction;
    private long stoppedUntil = Long.MIN_VALUE;

    Listening(WatchSettings settings, String jurisdiction) {
      this.jurisdiction = jurisdiction;
      this.story =
          new Story(settings, RULES) {
            @Override
            Story accept(Event event) {
              hear(event);
              return super.accept(event);
            }

            @Override
            Story forgotten(long at) {
              super.forgotten(at);
              stoppedUntil = file.isEmpty() ? Long.MIN_VALUE : stoppedUntil;
              return this;
            }

            @Override
            public void message(CaseMessage message) {
              super.message(message);
              if (message.isContactable() && !message.isClosing() && message.at() < stoppedUntil) {
                broken.add(message.at() + " < " + stoppedUntil);
              }
            }
          };
    }

    /**
     * Before the event is taken in. Erasure and a new owner leave nothing to hold on to; nor does
     * the ledger's oblivion, which takes longer than any code is valid.
     */
    private void hear(Event event) {
      if (event.kind() == EventKind.OUTCOME) {
        return;
      }
      if (event.kind() != EventKind.CARE) {
        boolean isNewPerson =
            event.kind() == EventKind.ERASE
                || !Story.ACTIVATED.equals(event.profile().activatedOn());
        stoppedUntil = isNewPerson ? Long.MIN_VALUE : stoppedUntil;
      } else if (begins(event.care())) {
        stoppedUntil = Math.max(stoppedUntil, end(event.at()));
      }
    }

    private boolean begins(Care care) {
      return jurisdiction.equals("US")
          ? care.source() == Care.Source.CARRIER
          : care.kind() == Care.Kind.PORT_OUT_REQUEST;
    }

    private long end(long at) {
      return switch (jurisdiction) {
        case "CN" -> at + Duration.ofHours(1).toMillis();
        case "GB" -> at + Duration.ofDays(30).toMillis();
        case "IN" -> at + Duration.ofDays(4).toMillis();
        default -> Long.MAX_VALUE;
      };
    }
  }

  private static WatchSettings law(String jurisdiction) {
    return WatchSettings.defaults(SHANGHAI).withLegalStop(LegalStop.SHIPPED.get(jurisdiction));
  }

  @Provide
  Arbitrary<List<Step>> workedLives() {
    return Arbitraries.frequencyOf(
            Tuple.of(6, Step.day()),
            Tuple.of(6, Step.said()),
            Tuple.of(2, Step.codeRequested()),
            Tuple.of(1, Step.returned()),
            Tuple.of(1, Step.profile()),
            Tuple.of(8, Step.word()))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<String> jurisdictions() {
    return Arbitraries.of("CN", "GB", "IN", "US");
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return Arbitraries.frequencyOf(
            Tuple.of(6, Step.day()),
            Tuple.of(8, Step.said()),
            Tuple.of(3, Step.codeRequested()),
            Tuple.of(1, Step.returned()),
            Tuple.of(2, Step.profile()),
            Tuple.of(1, Step.end()))
        .list()
        .ofMaxSize(40);
  }
}
