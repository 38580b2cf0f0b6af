package dev.ebb.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.backtest.Measures.AtHorizon;
import dev.ebb.backtest.Measures.LookAlikes;
import dev.ebb.backtest.Measures.Part;
import dev.ebb.backtest.Measures.Quartiles;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Family;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna leaves on day 50, Ben on day 80, Cem and the look-alike Dora stay; data ends on day 100. */
class MeasuringTest {
  private static final int LAST_DAY = 100;
  private static final Truth TRUTH =
      new Truth(
          Map.of("anna", new Departure(50, "fade"), "ben", new Departure(80, "port-out")),
          Map.of("dora", "holiday"));

  private final Measuring measuring = new Measuring(TRUTH, LAST_DAY);

  @BeforeEach
  void judgeEveryDay() {
    for (int day = 1; day <= LAST_DAY; day++) {
      measuring.day("anna", day, 0.4, Tier.GOLD);
      measuring.day("ben", day, 0.1, Tier.STANDARD);
      measuring.day("cem", day, 0.1, Tier.STANDARD);
      measuring.day("dora", day, 0.2, Tier.STANDARD);
    }
  }

  @Test
  void shouldCountNoDayAfterLeaving() {
    assertThat(measuring.result().customerDays()).isEqualTo(49 + 79 + 100 + 100);
  }

  @Test
  void shouldLeaveOutDaysWhoseHorizonTheDataDoesNotReach() {
    AtHorizon week = part(Slice.ALL).horizons().get(0);

    assertThat(week.days()).isEqualTo(7);
    assertThat(week.customerDays()).isEqualTo(49 + 79 + 93 + 93);
    assertThat(week.baseRate()).isEqualTo(14.0 / (49 + 79 + 93 + 93));
  }

  @Test
  void shouldTellRightAlertsFromWrongOnes() {
    alarm("anna", "a", 45, Tier.GOLD, "falling-mou", Family.USAGE);
    alarm("ben", "b", 30, Tier.STANDARD, "falling-mou", Family.USAGE);
    alarm("cem", "c", 30, Tier.STANDARD, "expiry", Family.CONTRACT);
    alarm("cem", "censored", 98, Tier.STANDARD, "expiry", Family.CONTRACT);
    alarm("anna", "late", 55, Tier.GOLD, "silence", Family.USAGE);

    Part all = part(Slice.ALL);
    assertThat(all.alerts()).isEqualTo(5);
    assertThat(all.afterLeaving()).isEqualTo(1);
    assertThat(all.alertsPer1000()).isEqualTo(5_000.0 / 328);
    assertThat(all.horizons().get(0).alerts().precision()).isEqualTo(1.0 / 3);
    assertThat(all.horizons().get(0).alerts().recall()).isEqualTo(0.5);
    assertThat(all.horizons().get(3).alerts().precision()).isEqualTo(2.0 / 3);
    assertThat(all.horizons().get(3).alerts().recall()).isEqualTo(1);
    assertThat(part(new Slice(Slice.Kind.RULE, "falling-mou")).horizons().get(3).alerts())
        .extracting(Measures.Hits::precision, Measures.Hits::recall)
        .containsExactly(1.0, 1.0);
    assertThat(part(new Slice(Slice.Kind.FAMILY, "contract")).horizons().get(3).alerts())
        .extracting(Measures.Hits::precision, Measures.Hits::recall)
        .containsExactly(0.0, 0.0);
  }

  @Test
  void shouldMeasureTheLeadFromTheFirstAlertWithinTheLongestHorizon() {
    alarm("ben", "too-early", 5, Tier.STANDARD, "falling-mou", Family.USAGE);
    alarm("ben", "first", 60, Tier.STANDARD, "falling-mou", Family.USAGE);
    alarm("ben", "second", 75, Tier.STANDARD, "silence", Family.USAGE);
    alarm("anna", "only", 46, Tier.GOLD, "silence", Family.USAGE);

    assertThat(part(Slice.ALL).lead()).isEqualTo(new Quartiles(4, 4, 20));
    assertThat(part(new Slice(Slice.Kind.CAUSE, "port-out")).lead())
        .isEqualTo(new Quartiles(20, 20, 20));
    assertThat(part(new Slice(Slice.Kind.RULE, "silence")).lead())
        .isEqualTo(new Quartiles(4, 4, 5));
  }

  @Test
  void shouldCountACaseOnceAndEachOfItsRulesFromItsOwnDay() {
    alarm("ben", "b", 40, Tier.STANDARD, "falling-mou", Family.USAGE);
    alarm("ben", "b", 70, Tier.STANDARD, "silence", Family.USAGE);

    assertThat(part(Slice.ALL).alerts()).isEqualTo(1);
    assertThat(part(new Slice(Slice.Kind.FAMILY, "usage")).lead().median()).isEqualTo(40);
    assertThat(part(new Slice(Slice.Kind.RULE, "silence")).lead().median()).isEqualTo(10);
  }

  @Test
  void shouldRankWithinATierAndACauseAgainstAllWhoStay() {
    AtHorizon gold = part(Slice.of(Tier.GOLD)).horizons().get(1);
    AtHorizon fade = part(new Slice(Slice.Kind.CAUSE, "fade")).horizons().get(1);
    AtHorizon portOut = part(new Slice(Slice.Kind.CAUSE, "port-out")).horizons().get(1);

    assertThat(gold.auc()).isEqualTo(0.5);
    assertThat(fade.auc()).isGreaterThan(portOut.auc());
    assertThat(fade.customerDays()).isEqualTo(14 + 35 + 65 + 86 + 86);
    assertThat(fade.alerts().precision()).isNaN();
  }

  @Test
  void shouldCountTheAlertsForLookAlikesByWhatOpenedThem() {
    alarm("dora", "a", 20, Tier.STANDARD, "silence", Family.USAGE);
    alarm("dora", "b", 40, Tier.STANDARD, "silence", Family.USAGE);
    alarm("dora", "b", 41, Tier.STANDARD, "dormant", Family.USAGE);
    alarm("dora", "c", 60, Tier.STANDARD, "expiry", Family.CONTRACT);

    assertThat(measuring.result().lookAlikes())
        .containsEntry(
            "holiday", new LookAlikes(1, 1, 3, new TreeMap<>(Map.of("silence", 2, "expiry", 1))));
  }

  private Part part(Slice slice) {
    return measuring.result().parts().get(slice);
  }

  private void alarm(
      String customer, String alertId, int day, Tier tier, String rule, Family family) {
    measuring.alarm(new Alarm(customer, alertId, day, tier, List.of(rule), List.of(family)));
  }
}
