package dev.ebb.retention;

import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Persistence;
import dev.ebb.signal.Rule.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds in every customer's story. */
class WatchProperties {
  private static final Rule[] RULES = {
    TestRules.with(TestRules.CALLS, new Persistence(2, 3)),
    TestRules.DATA,
    TestRules.with(TestRules.MESSAGES, Status.SHADOW),
    TestRules.EXPIRY,
    TestRules.SILENCE,
    Saying.shipped("complaint-open"),
    Saying.shipped("port-out-request"),
    Saying.shipped("cancel-request")
  };

  @Property(seed = "1")
  void oneCaseAtATimeWithContiguousRevisions(@ForAll("anything") List<Step> steps) {
    String open = null;
    Map<String, Integer> revisions = new HashMap<>();
    for (CaseMessage message : play(steps).messages) {
      int before = revisions.getOrDefault(message.alertId(), 0);
      assertThat(message.revision()).isEqualTo(before + 1);
      assertThat(before == 0 ? open == null : message.alertId().equals(open))
          .as("only the open case speaks: %s", message)
          .isTrue();
      revisions.put(message.alertId(), message.revision());
      open = message.isClosing() ? null : message.alertId();
    }
  }

  @Property(seed = "1")
  void contactableOnlyForMatureSignalsOfActiveRules(@ForAll("anything") List<Step> steps) {
    for (CaseMessage message : play(steps).messages) {
      if (!message.isClosing()) {
        assertThat(message.state() == CaseState.WITHHELD).isEqualTo(message.withheld() != null);
        assertThat(message.signals()).isNotEmpty();
      }
      if (message.isContactable() && !message.isClosing()) {
        assertThat(message.mature()).isTrue();
        assertThat(message.signals()).noneMatch(signal -> signal.rule().equals("messages"));
      }
    }
  }

  @Property(seed = "1")
  void aContactableCaseNeverTurnsWithheld(@ForAll("anything") List<Step> steps) {
    Map<String, Boolean> contactable = new HashMap<>();
    for (CaseMessage message : play(steps).messages) {
      boolean before = contactable.getOrDefault(message.alertId(), false);
      assertThat(before && !message.isContactable()).as("%s", message).isFalse();
      contactable.put(message.alertId(), message.isContactable());
    }
  }

  @Property(seed = "1")
  void nobodyIsToBeCalledWhoDoesNotWantTo(@ForAll("anything") List<Step> steps) {
    assertThat(play(steps).againstTheirWill).isEmpty();
  }

  @Property(seed = "1")
  void onlyTheStreamSavesOrLoses(@ForAll("anything") List<Step> steps) {
    Map<String, Long> waitingSince = new HashMap<>();
    for (CaseMessage message : play(steps).messages) {
      String alertId = message.alertId();
      switch (message.state()) {
        case WAITING -> waitingSince.putIfAbsent(alertId, message.at());
        case SAVED -> {
          if (message.isContactable()) {
            assertThat(message.at() - waitingSince.get(alertId))
                .isGreaterThanOrEqualTo(30 * 24 * HOUR);
          }
        }
        case LOST -> assertThat(message.reason()).isIn("left", "cancelled", "ported-out", "silent");
        default -> waitingSince.remove(alertId);
      }
    }
  }

  @Property(seed = "1")
  void nothingIsContactableInTheJobsShadowMode(@ForAll("anything") List<Step> steps) {
    Story story = new Story(WatchSettings.defaults(SHANGHAI).withShadow(true), RULES);
    steps.forEach(step -> step.in(story));

    assertThat(story.messages).noneMatch(CaseMessage::isContactable);
  }

  @Property(seed = "1")
  void actByNeverMovesLaterForTheSameSignals(@ForAll("anything") List<Step> steps) {
    Map<Object, Long> actBy = new HashMap<>();
    Set<String> talks = new HashSet<>();
    for (CaseMessage message : play(steps).messages) {
      if (message.isContactable() && !message.isClosing()) {
        Set<Object> signals =
            message.signals().stream()
                .map(signal -> Tuple.of(signal.rule(), signal.since()))
                .collect(Collectors.toSet());
        if (message.state() == CaseState.CONTACTED || message.state() == CaseState.WAITING) {
          talks.add(message.alertId());
        }
        if (talks.contains(message.alertId()) || "snooze-over".equals(message.reason())) {
          actBy.clear();
        }
        Long before = actBy.put(Tuple.of(message.alertId(), signals), message.actBy());
        assertThat(message.actBy()).isLessThanOrEqualTo(before == null ? Long.MAX_VALUE : before);
      }
    }
  }

  @Property(seed = "1")
  void riskIsAChanceAndTimeRunsForwardInACase(@ForAll("anything") List<Step> steps) {
    Story story = play(steps);

    assertThat(story.risks).allSatisfy(risk -> assertThat(risk).isBetween(0.0, 1.0));
    assertThat(
            story.messages.stream().collect(Collectors.groupingBy(CaseMessage::alertId)).values())
        .allSatisfy(told -> assertThat(told).extracting(CaseMessage::at).isSorted());
    assertThat(story.messages).allMatch(message -> message.openedAt() <= message.at());
  }

  @Property(seed = "1")
  void theStateReadsBackAsItWasWritten(@ForAll("anything") List<Step> steps) {
    Story story = new Story(RULES);
    for (Step step : steps) {
      step.in(story);
      byte[] packed = story.file.caseFile();
      if (packed != null) {
        assertThat(CaseFileFormat.pack(CaseFileFormat.unpack(packed))).isEqualTo(packed);
      }
    }
  }

  @Property(seed = "1")
  void whatIsDueNextHasATimer(@ForAll("anything") List<Step> steps) {
    Story story = new Story(RULES);
    CaseCourse course = new CaseCourse(WatchSettings.defaults(SHANGHAI));
    for (Step step : steps) {
      step.in(story);
      byte[] packed = story.file.caseFile();
      long due = packed == null ? Long.MAX_VALUE : course.nextWake(CaseFileFormat.unpack(packed));
      assertThat(due == Long.MAX_VALUE || story.file.timers.contains(due)).isTrue();
    }
  }

  @Property(seed = "1")
  void itDoesNotMatterHowFarTimeLeaps(@ForAll("daysAndReturns") List<Step> steps) {
    Story punctual = play(steps);
    Story leaping = new Story(RULES);
    for (Step step : steps) {
      step.in(leaping.losingTimers());
    }
    long end = Story.closeOf(punctual.today.plusDays(60));
    leaping.file.timers.add(end);

    punctual.fireTimersUntil(end);
    leaping.fireTimersUntil(end);
    assertThat(leaping.messages.stream().map(WatchProperties::content).toList())
        .isEqualTo(punctual.messages.stream().map(WatchProperties::content).toList());
  }

  private static List<Object> content(CaseMessage message) {
    return List.of(
        message.alertId(),
        message.revision(),
        message.state(),
        String.valueOf(message.reason()),
        message.at(),
        message.risk(),
        message.priority(),
        message.actBy(),
        message.signals());
  }

  private static Story play(List<Step> steps) {
    Story story = new Story(RULES);
    steps.forEach(step -> step.in(story));
    return story;
  }

  @Provide
  Arbitrary<List<Step>> anything() {
    return Arbitraries.frequencyOf(
            Tuple.of(12, Step.day()),
            Tuple.of(2, Step.returned()),
            Tuple.of(3, Step.profile()),
            Tuple.of(1, Step.optOut()),
            Tuple.of(3, Step.said()),
            Tuple.of(8, Step.word()),
            Tuple.of(1, Step.departure()),
            Tuple.of(1, Step.end()))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Step>> daysAndReturns() {
    return Arbitraries.frequencyOf(Tuple.of(8, Step.day()), Tuple.of(1, Step.returned()))
        .list()
        .ofMaxSize(40);
  }
}
