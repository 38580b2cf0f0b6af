package dev.ebb.desk.page;

import dev.ebb.config.Settings;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.Place;
import dev.ebb.desk.store.TimelineEntry;
import dev.ebb.event.Profile;
import dev.ebb.launch.Rules;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Offer;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.CaseMessage.Series;
import dev.ebb.retention.CaseMessage.Signal;
import dev.ebb.retention.CaseState;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cases as the store gives them, made up, with the shipped rules' own words. */
final class SampleCases {
  static final Instant NOW = Instant.parse("2026-11-19T06:20:00Z");
  static final Map<String, Rule> RULES =
      Rules.of(Settings.defaults()).rules().stream()
          .collect(Collectors.toMap(Rule::id, Function.identity()));
  static final SignalNames NAMES =
      new SignalNames(RULES.values().stream().collect(Collectors.toMap(Rule::id, Rule::title)));

  private static final int DAYS = 56;
  private static final int PERIOD = 7;

  private SampleCases() {}

  static Signal signal(String id, int daysAgo, double strength, Map<String, Double> evidence) {
    Rule rule = RULES.get(id);
    return new Signal(
        id,
        rule.version(),
        id,
        rule.family(),
        NOW.minus(Duration.ofDays(daysAgo)).toEpochMilli(),
        strength,
        rule.weight(),
        new LinkedHashMap<>(evidence),
        rule.why());
  }

  static Signal secondSim() {
    return signal(
        "second-sim",
        2,
        0.81,
        Map.of(
            "dropPercent", 62.0,
            "baselineMinutes", 210.0,
            "windowMinutes", 80.0,
            "incomingPercent", 104.0,
            "regionPercent", -4.0));
  }

  static Signal expiry() {
    return signal("expiry-7-days", 1, 0.9, Map.of("daysLeft", 6.0));
  }

  static Signal silence() {
    return signal("silence", 3, 0.66, Map.of("gapDays", 11.0, "ownGapDays", 4.0, "limitDays", 8.0));
  }

  static Signal enquiry() {
    return signal("port-out-enquiry", 0, 0.7, Map.of("hoursAgo", 1.0, "timesCount", 1.0));
  }

  static Signal complaint() {
    return signal("complaint-open", 3, 0.6, Map.of("openHours", 80.0, "openCount", 1.0));
  }

  static Signal spend() {
    return signal(
        "falling-mou",
        4,
        0.58,
        Map.of(
            "dropPercent", 54.0,
            "windowMinutes", 31.0,
            "baselineMinutes", 67.0,
            "regionPercent", 1.0));
  }

  /** Weeks of a habit that ebbs from that day on. */
  static Series series(double level, int from, double left) {
    long[] mou = new long[DAYS];
    long[] spend = new long[DAYS];
    for (int day = 0; day < DAYS; day++) {
      double week = 1 + 0.35 * Math.sin(day * 2 * Math.PI / PERIOD) + 0.22 * Math.sin(day * 1.7);
      double tide = day < from ? 1 : left + (1 - left) * Math.exp(-(day - from) / 3.0);
      mou[day] = Math.round(level * 60 * week * tide);
      spend[day] = Math.round(level * 11 * (1 + 0.5 * Math.cos(day * 2.3)) * (0.4 + 0.6 * tide));
    }
    mou[12] = -1;
    spend[12] = -1;
    return new Series(mou, spend, (int) LocalDate.of(2026, 11, 18).toEpochDay() - DAYS + 1);
  }

  static CaseView secondSimCase(Place place, String holder) {
    return view(
        card(1, "13***57", Tier.DIAMOND, 18600, 0.56, CaseState.OPEN, place, holder, 28)
            .rules(secondSim(), expiry())
            .build(),
        List.of(secondSim(), expiry()),
        series(30, 46, 0.3),
        profile("Unlimited Talk 128"));
  }

  static CaseView complaintCase() {
    return view(
        card(2, "13***20", Tier.GOLD, 15200, 0.42, CaseState.RAISED, Place.HELD, "lin", -3)
            .rules(complaint())
            .build(),
        List.of(complaint()),
        series(22, 50, 0.7),
        profile("Family 98"));
  }

  static List<CaseCard> queue() {
    return List.of(
        secondSimCase(Place.TO_DO, null).card(),
        card(3, "18***06", Tier.GOLD, 15200, 0.63, CaseState.OPEN, Place.TO_DO, null, 2)
            .rules(enquiry())
            .build(),
        complaintCase().card(),
        card(4, "13***88", Tier.VALUED, 12800, 0.35, CaseState.OPEN, Place.TO_DO, null, 41)
            .rules(expiry(), spend())
            .build(),
        card(5, "15***31", Tier.SILVER, 13900, 0.31, CaseState.RAISED, Place.HELD, "chen", 18)
            .rules(silence())
            .build(),
        card(6, "13***74", Tier.VALUED, 9800, 0.33, CaseState.OPEN, Place.TO_DO, null, -7)
            .rules(silence(), spend())
            .build(),
        card(7, "17***12", Tier.STANDARD, 6600, 0.22, CaseState.OPEN, Place.TO_DO, null, 60)
            .rules(spend())
            .build(),
        card(8, "13***45", Tier.STANDARD, 4900, 0.16, CaseState.OPEN, Place.TO_DO, null, 66)
            .rules(spend())
            .build());
  }

  static Profile profile(String plan) {
    return new Profile(
        NOW.toEpochMilli(),
        LocalDate.of(2021, 3, 4),
        Profile.Status.ACTIVE,
        Profile.Payment.POSTPAID,
        new Profile.Plan("p", plan, 12800),
        List.of(
            new Profile.Agreement(
                Profile.AgreementKind.DISCOUNT, null, LocalDate.of(2026, 11, 25), false)),
        11800,
        null,
        "north",
        null,
        "h-1",
        null,
        null);
  }

  static CaseView view(CaseCard card, List<Signal> signals, Series series, Profile profile) {
    Rule rule = RULES.get(signals.get(0).rule());
    CaseMessage message =
        new CaseMessage(
            card.alertId(),
            card.revision(),
            card.customer(),
            card.state(),
            card.reason(),
            card.openedAt().toEpochMilli(),
            NOW.toEpochMilli(),
            card.risk(),
            new Value(card.arpu(), card.tier()),
            card.priority(),
            card.stage(),
            card.actBy().toEpochMilli(),
            signals,
            new Recommended(
                12,
                rule.playbook(),
                "account-manager",
                null,
                NOW.plus(Duration.ofHours(7)).toEpochMilli(),
                rule.opener(),
                List.of(
                    new Offer(new Text("Data or a line for the family", "流量包或家庭副卡"), 2800L),
                    new Offer(new Text("A month on trial", "免费体验一个月"), 2000L)),
                List.of(new Text("Name a rival", "不要提及竞争对手"))),
            null,
            true,
            series,
            CaseMessage.Aside.NONE);
    List<TimelineEntry> timeline =
        List.of(
            new TimelineEntry(card.openedAt(), "open", null, null, null, null),
            new TimelineEntry(
                NOW.minus(Duration.ofHours(20)),
                "attempted",
                null,
                "chen",
                NOW.minus(Duration.ofHours(2)),
                "Line was engaged"),
            new TimelineEntry(
                NOW.minus(Duration.ofHours(3)), "raised", "new-signal", null, null, null));
    return new CaseView(card, message, series, profile, timeline, List.of(), List.of(), null);
  }

  static CardBuilder card(
      int id,
      String number,
      Tier tier,
      long arpu,
      double risk,
      CaseState state,
      Place place,
      String holder,
      int dueInHours) {
    return new CardBuilder(id, number, tier, arpu, risk, state, place, holder, dueInHours);
  }

  record CardBuilder(
      int id,
      String number,
      Tier tier,
      long arpu,
      double risk,
      CaseState state,
      Place place,
      String holder,
      int dueInHours,
      Signal... signals) {

    CardBuilder(
        int id,
        String number,
        Tier tier,
        long arpu,
        double risk,
        CaseState state,
        Place place,
        String holder,
        int dueInHours) {
      this(id, number, tier, arpu, risk, state, place, holder, dueInHours, new Signal[0]);
    }

    CardBuilder rules(Signal... strongestFirst) {
      return new CardBuilder(
          id, number, tier, arpu, risk, state, place, holder, dueInHours, strongestFirst);
    }

    CaseCard build() {
      Text why = signals[0].why().filledWith(signals[0].evidence());
      return new CaseCard(
          "a-" + id,
          number,
          1,
          state,
          state == CaseState.RAISED ? "new-signal" : null,
          NOW.minus(Duration.ofHours(30)),
          NOW.plus(Duration.ofHours(dueInHours)),
          null,
          risk,
          arpu * risk,
          arpu,
          tier,
          Stage.DECLINE,
          "north",
          null,
          12,
          RULES.get(signals[0].rule()).playbook(),
          "account-manager",
          Arrays.stream(signals).map(Signal::rule).toList(),
          why,
          place,
          holder,
          null,
          1,
          NOW.minus(Duration.ofHours(20)),
          null,
          null,
          0);
    }
  }
}
