package dev.ebb.load;

import dev.ebb.retention.CaseMessage;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Makes cases and their customers up, plausibly spread over tiers, regions, rules and deadlines;
 * the same number makes the same case again.
 */
final class CaseMaker {
  private static final Pattern EVIDENCE = Pattern.compile("\\{(\\w+)}");
  private static final int REGIONS = 31;
  private static final int MANAGERS = 40;
  private static final double MANAGED = 0.05;
  private static final long[] TIERS_FROM = {80_000, 40_000, 20_000, 12_000, 0};

  private final List<Rule> rules;
  private final long seed;
  private final Instant now;

  /**
   * A maker.
   *
   * @param now cases have been opened in the month before
   */
  CaseMaker(List<Rule> rules, long seed, Instant now) {
    this.rules = rules.stream().filter(rule -> rule.status() == Rule.Status.ACTIVE).toList();
    this.seed = seed;
    this.now = now;
  }

  /** The id of a case. */
  static String alertId(int number) {
    return "load-%08d".formatted(number);
  }

  /** The number of the case with this id. */
  static int number(String alertId) {
    return Integer.parseInt(alertId.substring(alertId.indexOf('-') + 1));
  }

  static String customer(int number) {
    return "139%08d".formatted(number);
  }

  static String household(int number) {
    return "h-" + number / 3;
  }

  /** The account manager of every twentieth customer. */
  static String manager(int number) {
    return "m-" + number % MANAGERS;
  }

  /** The first message of a case. */
  CaseMessage opened(int number) {
    return message(number, 1, CaseState.OPEN, null, now.toEpochMilli());
  }

  /** A later message of the case, told now. */
  CaseMessage raised(int number, int revision, Instant at) {
    return message(number, revision, CaseState.RAISED, "new-signal", at.toEpochMilli());
  }

  private CaseMessage message(
      int number, int revision, CaseState state, String reason, long toldAt) {
    Random dice = new Random(seed * 31 + number);
    long arpu = Math.round(6_000 * Math.exp(dice.nextGaussian() * 0.8));
    List<Signal> signals = signals(dice);
    double risk = 0.15 + 0.6 * Math.pow(dice.nextDouble(), 2);
    long openedAt = now.minus(minutes(dice, Duration.ofDays(30))).toEpochMilli();
    long actBy =
        now.minus(Duration.ofHours(8)).plus(minutes(dice, Duration.ofDays(7))).toEpochMilli();
    Rule first = rule(signals.get(0).rule());
    return new CaseMessage(
        alertId(number),
        revision,
        customer(number),
        state,
        reason,
        openedAt,
        Math.max(openedAt, toldAt),
        risk,
        new Value(arpu, tier(arpu)),
        arpu * risk * first.save() * (1 + 0.01 * revision),
        Stage.values()[1 + dice.nextInt(3)],
        actBy,
        signals,
        move(first, dice),
        null,
        true,
        series(dice),
        CaseMessage.Aside.NONE);
  }

  private Recommended move(Rule rule, Random dice) {
    boolean isLater = dice.nextInt(10) == 0;
    return new Recommended(
        rule.levers().isEmpty() ? 4 : rule.levers().get(0),
        rule.playbook(),
        dice.nextInt(4) == 0 ? "app" : "hotline",
        isLater ? now.plus(Duration.ofHours(2)).toEpochMilli() : null,
        null,
        rule.opener(),
        List.of(),
        List.of());
  }

  private List<Signal> signals(Random dice) {
    List<Signal> signals = new ArrayList<>();
    int count = 1 + Math.min(2, (int) Math.abs(dice.nextGaussian()));
    for (int i = 0; i < count; i++) {
      // The square makes some rules frequent and others rare.
      Rule rule = rules.get((int) (rules.size() * Math.pow(dice.nextDouble(), 2)));
      signals.add(
          new Signal(
              rule.id(),
              rule.version(),
              rule.detector().kind(),
              rule.family(),
              now.minus(minutes(dice, Duration.ofDays(20))).toEpochMilli(),
              0.5 + 0.5 * dice.nextDouble(),
              rule.weight(),
              evidence(rule.why(), dice),
              rule.why()));
    }
    signals.sort(Comparator.comparingDouble(Signal::strength).reversed());
    return signals;
  }

  private static Map<String, Double> evidence(Text why, Random dice) {
    Map<String, Double> evidence = new HashMap<>();
    EVIDENCE
        .matcher(why.en())
        .results()
        .forEach(found -> evidence.put(found.group(1), (double) dice.nextInt(1, 90)));
    return evidence;
  }

  private Rule rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private Series series(Random dice) {
    long[] mou = new long[Series.DAYS];
    long[] spend = new long[Series.DAYS];
    for (int day = 0; day < Series.DAYS; day++) {
      double left = day < Series.DAYS - 14 ? 1 : 0.3;
      mou[day] = (long) (dice.nextInt(600, 2_400) * left);
      spend[day] = (long) (dice.nextInt(100, 900) * left);
    }
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new Series(mou, spend, (int) today.toEpochDay() - Series.DAYS);
  }

  private static Tier tier(long arpu) {
    int tier = 0;
    while (arpu < TIERS_FROM[tier]) {
      tier++;
    }
    return Tier.values()[tier];
  }

  private static Duration minutes(Random dice, Duration atMost) {
    return Duration.ofMinutes(dice.nextInt((int) atMost.toMinutes()));
  }

  /** What the feed of customers says of the case's customer. */
  String profile(int number) {
    Random dice = new Random(seed * 17 + number);
    String manager =
        dice.nextDouble() < MANAGED
            ? ",\"managerId\":\"" + manager(dice.nextInt(MANAGERS)) + '"'
            : "";
    return """
        {"customerId":"%s","at":"%s","activatedOn":"%s","status":"active","payment":"%s",\
        "plan":{"code":"p%d","name":"Plan %d","monthlyFee":%d},"region":"region-%02d",\
        "household":"%s","contact":{"optOut":false,"channels":["call","app"]%s}}"""
        .formatted(
            customer(number),
            now.minus(Duration.ofDays(1)),
            LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(dice.nextInt(100, 4_000)),
            dice.nextInt(3) == 0 ? "postpaid" : "prepaid",
            dice.nextInt(20),
            dice.nextInt(20),
            dice.nextInt(1_900, 29_900),
            (int) (REGIONS * Math.pow(dice.nextDouble(), 1.5)),
            household(number),
            manager);
  }
}
