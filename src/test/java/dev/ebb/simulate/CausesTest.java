package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Feed;
import dev.ebb.simulate.Population.Leaver;
import dev.ebb.simulate.Sample.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each cause leaves in the feeds besides the amount of use. */
class CausesTest {

  private static final int DAYS = 130;
  private static final SimulationSettings SETTINGS =
      SimulationSettings.of(640, DAYS, 3).with(Dirt.NONE).withShares(0.5, 0.3);
  private static final Sample SAMPLE = Sample.of(SETTINGS);
  private static final Map<String, List<Line>> USAGE = byCustomer(Feed.USAGE);
  private static final Map<String, List<Line>> CARE = byCustomer(Feed.CARE);
  private static final Map<String, List<Line>> PROFILES = byCustomer(Feed.CUSTOMERS);
  private static final Map<String, String> CLOSEST_OF =
      IntStream.range(0, 640)
          .boxed()
          .collect(
              Collectors.toMap(
                  PhoneNumbers::ours, number -> PhoneNumbers.ours(new Circle(number).closest())));
  private static final Predicate<Line> RIVAL = line -> peer(line).startsWith("1299");

  @Test
  void shouldRingARivalInTheLastFortnight() {
    for (Leaver leaver : leavers(Cause.RIVAL_OFFER)) {
      int day = dayOf(leaver);
      long calls = used(leaver.customerId(), day - 13, day).stream().filter(RIVAL).count();
      assertThat(calls).isGreaterThanOrEqualTo(3);
      assertThat(careKinds(leaver)).endsWith("ported-out");
    }
  }

  @Test
  void shouldRingARivalRarelyWithoutALeaversReason() {
    long calls = USAGE.values().stream().flatMap(List::stream).filter(RIVAL).count();
    long reasoned =
        leavers(Cause.RIVAL_OFFER).stream()
            .mapToLong(it -> used(it.customerId(), 0, DAYS).stream().filter(RIVAL).count())
            .sum();
    assertThat((calls - reasoned) / 640.0).isBetween(0.02, 0.2);
  }

  @Test
  void shouldForwardToAnotherNetworkOnlyToLeave() {
    List<Line> forwardings =
        CARE.values().stream()
            .flatMap(List::stream)
            .filter(line -> line.kind().equals("forwarding-set"))
            .toList();
    Set<String> leavers =
        leavers(Cause.FORWARDED).stream().map(Leaver::customerId).collect(Collectors.toSet());
    assertThat(leavers).isNotEmpty();
    assertThat(forwardings)
        .allMatch(line -> text(line, "/attributes/condition").equals("unconditional"))
        .allMatch(
            line ->
                leavers.contains(line.customerId())
                    == text(line, "/attributes/network").equals("off-net"))
        .anyMatch(line -> text(line, "/attributes/network").equals("on-net"));
  }

  @Test
  void shouldChooseACheaperPlanToLeaveAndADearerOneToStay() {
    leavers(Cause.DOWNGRADE).forEach(it -> assertThat(feeStep(it.customerId())).isNegative());
    stayers(LookAlike.UPGRADED).forEach(id -> assertThat(feeStep(id)).isNotNegative());
  }

  @Test
  void shouldBeBarredForBillsUntilTheyArePaid() {
    for (Leaver leaver : leavers(Cause.ARREARS)) {
      assertThat(careKinds(leaver)).containsSubsequence("barred", "cancelled");
      assertThat(statuses(leaver.customerId())).containsExactly("active", "barred", "left");
    }
    for (String stayer : stayers(LookAlike.PAID_LATE)) {
      assertThat(statuses(stayer)).startsWith("active", "barred");
    }
  }

  @Test
  void shouldLeaveTheGroupWithTheEmployer() {
    for (Leaver leaver : leavers(Cause.LEFT_EMPLOYER)) {
      List<Line> profiles = PROFILES.get(leaver.customerId());
      assertThat(careKinds(leaver)).containsSubsequence("group-left", "cancelled");
      assertThat(text(profiles.get(0), "/account/kind")).isEqualTo("group");
      assertThat(text(profiles.get(1), "/account/kind")).isEqualTo("individual");
    }
  }

  @Test
  void shouldLiveElsewhereBeforeMovingAway() {
    for (Leaver leaver : leavers(Cause.MOVED_AWAY)) {
      String home = text(PROFILES.get(leaver.customerId()).get(0), "/region");
      int day = dayOf(leaver);
      assertThat(used(leaver.customerId(), day - 28, day))
          .isNotEmpty()
          .noneMatch(line -> text(line, "/region").equals(home));
    }
  }

  @Test
  void shouldTalkToFewerPeopleThoughNotMuchLess() {
    double now = 0;
    double before = 0;
    double calls = 0;
    double callsBefore = 0;
    for (Leaver leaver : leavers(Cause.SHRINKING_CIRCLE)) {
      int day = dayOf(leaver);
      now += peers(leaver, day - 21, day - 1);
      before += peers(leaver, 0, 21);
      calls += used(leaver.customerId(), day - 21, day - 1).size();
      callsBefore += used(leaver.customerId(), 0, 21).size();
    }
    assertThat(now / before).isLessThan(0.6);
    assertThat(calls / callsBefore).isGreaterThan(0.75);
  }

  @Test
  void shouldFollowTheOneTalkedWithMost() {
    Map<String, Leaver> gone =
        SAMPLE.simulation().population().leavers().stream()
            .collect(Collectors.toMap(Leaver::customerId, leaver -> leaver));
    assertThat(leavers(Cause.CLOSE_CONTACT_LEFT))
        .isNotEmpty()
        .allSatisfy(
            leaver -> {
              Leaver first = gone.get(CLOSEST_OF.get(leaver.customerId()));
              assertThat(dayOf(leaver) - dayOf(first)).isBetween(5, 25);
              assertThat(first.cause().isAnnounced()).isTrue();
            });
  }

  private static List<Leaver> leavers(Cause cause) {
    List<Leaver> leavers = SAMPLE.leavers(cause);
    assertThat(leavers).as(cause.label()).isNotEmpty();
    return leavers;
  }

  private static List<String> stayers(LookAlike kind) {
    List<String> stayers =
        SAMPLE.simulation().population().lookAlikes().stream()
            .filter(stayer -> stayer.kind() == kind)
            .map(Population.Stayer::customerId)
            .toList();
    assertThat(stayers).as(kind.label()).isNotEmpty();
    return stayers;
  }

  private static long feeStep(String id) {
    Line changed =
        CARE.get(id).stream()
            .filter(it -> it.kind().equals("plan-changed"))
            .findAny()
            .orElseThrow();
    return Long.parseLong(text(changed, "/attributes/newMonthlyFee"))
        - Long.parseLong(text(changed, "/attributes/oldMonthlyFee"));
  }

  private static List<String> statuses(String id) {
    return PROFILES.get(id).stream().map(line -> text(line, "/status")).toList();
  }

  private static List<String> careKinds(Leaver leaver) {
    return CARE.get(leaver.customerId()).stream().map(Line::kind).toList();
  }

  private static long peers(Leaver leaver, int from, int to) {
    return used(leaver.customerId(), from, to).stream().map(CausesTest::peer).distinct().count();
  }

  private static List<Line> used(String id, int from, int to) {
    return USAGE.get(id).stream()
        .filter(line -> line.at() >= SETTINGS.startOf(from) && line.at() < SETTINGS.startOf(to + 1))
        .toList();
  }

  private static String peer(Line line) {
    return text(line, "/peer");
  }

  private static String text(Line line, String pointer) {
    return line.json().at(pointer).asText();
  }

  private static int dayOf(Leaver leaver) {
    return (int) Duration.ofMillis(leaver.leftAt().toEpochMilli() - SETTINGS.startOf(0)).toDays();
  }

  private static Map<String, List<Line>> byCustomer(Feed feed) {
    return SAMPLE.lines(feed).stream().collect(Collectors.groupingBy(Line::customerId));
  }
}
