package dev.ebb.desk.store;

import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.CaseMessage.Signal;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Family;
import dev.ebb.signal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Cases as the job would tell them, with what a test wants to be different. */
public record TestCase(
    String alertId,
    String customerId,
    int revision,
    CaseState state,
    String reason,
    double priority,
    Tier tier,
    String rule,
    Instant actBy,
    Instant at,
    Withheld withheld,
    Instant until) {

  /** The first message of a case that is to be worked within three days. */
  public static TestCase open(String alertId) {
    return new TestCase(
        alertId,
        "1200000" + alertId,
        1,
        CaseState.OPEN,
        null,
        1_000,
        Tier.GOLD,
        "falling-mou",
        TestDesk.NOON.plus(Duration.ofDays(3)),
        TestDesk.NOON,
        null,
        null);
  }

  public TestCase of(String customer) {
    return new TestCase(
        alertId, customer, revision, state, reason, priority, tier, rule, actBy, at, withheld,
        until);
  }

  public TestCase then(CaseState next, String why) {
    return new TestCase(
        alertId,
        customerId,
        revision + 1,
        next,
        why,
        priority,
        tier,
        rule,
        actBy,
        at,
        withheld,
        until);
  }

  public TestCase priority(double value) {
    return new TestCase(
        alertId,
        customerId,
        revision,
        state,
        reason,
        value,
        tier,
        rule,
        actBy,
        at,
        withheld,
        until);
  }

  public TestCase tier(Tier value) {
    return new TestCase(
        alertId,
        customerId,
        revision,
        state,
        reason,
        priority,
        value,
        rule,
        actBy,
        at,
        withheld,
        until);
  }

  public TestCase rule(String value) {
    return new TestCase(
        alertId,
        customerId,
        revision,
        state,
        reason,
        priority,
        tier,
        value,
        actBy,
        at,
        withheld,
        until);
  }

  public TestCase actBy(Instant value) {
    return new TestCase(
        alertId,
        customerId,
        revision,
        state,
        reason,
        priority,
        tier,
        rule,
        value,
        at,
        withheld,
        until);
  }

  public TestCase at(Instant value) {
    return new TestCase(
        alertId,
        customerId,
        revision,
        state,
        reason,
        priority,
        tier,
        rule,
        actBy,
        value,
        withheld,
        until);
  }

  public TestCase withheld(Withheld why) {
    return new TestCase(
        alertId, customerId, revision, state, reason, priority, tier, rule, actBy, at, why, until);
  }

  public TestCase until(Instant value) {
    return new TestCase(
        alertId,
        customerId,
        revision,
        state,
        reason,
        priority,
        tier,
        rule,
        actBy,
        at,
        withheld,
        value);
  }

  public CaseMessage message() {
    Signal signal =
        new Signal(
            rule,
            1,
            "fall",
            Family.USAGE,
            TestDesk.NOON.toEpochMilli(),
            0.8,
            0.15,
            Map.of("fall", 62.0),
            new Text("Outgoing down {fall} %", "主叫降{fall}%"));
    return new CaseMessage(
        alertId,
        revision,
        customerId,
        state,
        reason,
        TestDesk.NOON.toEpochMilli(),
        at.toEpochMilli(),
        0.4,
        new Value(15_200, tier),
        priority,
        Stage.CLIMAX,
        actBy.toEpochMilli(),
        List.of(signal),
        new Recommended(
            3,
            "P1",
            "hotline",
            null,
            until == null ? null : until.toEpochMilli(),
            new Text("Hello", "您好"),
            List.of(),
            List.of()),
        withheld,
        true,
        null,
        CaseMessage.Aside.NONE);
  }
}
