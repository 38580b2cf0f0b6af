package dev.ebb.job;

import dev.ebb.codec.Peers;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Profile;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.History;
import dev.ebb.retention.Household;
import dev.ebb.retention.Household.Recognised;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Follows the profiles of each household and tells Watch who has joined again. */
final class HouseholdFunction extends KeyedProcessFunction<String, LedgerFact, LedgerFact> {
  private static final long serialVersionUID = 1L;
  private static final Duration REMEMBERED = Duration.ofDays(400);

  private final JobPlan plan;
  private transient ValueState<byte[]> household;
  private transient Peers peers;
  private transient Days days;

  HouseholdFunction(JobPlan plan) {
    this.plan = plan;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<byte[]> members = FlinkBook.packed("household");
    members.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
    household = getRuntimeContext().getState(members);
    peers = new Peers();
    days = new Days(plan.ledger().zone());
  }

  /** Whether this is a profile of somebody who shares a household or group. */
  static boolean isShared(LedgerFact fact) {
    return fact.kind() == LedgerFact.Kind.PASSED
        && fact.passed().kind() == EventKind.PROFILE
        && key(fact) != null;
  }

  /** The household, or the group of one without; null where there is neither. */
  static String key(LedgerFact fact) {
    Profile profile = fact.passed().profile();
    if (profile.household() != null) {
      return "household " + profile.household();
    }
    String group = profile.account() == null ? null : profile.account().groupId();
    return group == null ? null : "group " + group;
  }

  @Override
  public void processElement(LedgerFact fact, Context context, Collector<LedgerFact> out)
      throws Exception {
    Household members = Household.open(household.value());
    Event profile = fact.passed();
    long person = History.person(peers.of(fact.customerId()));
    Optional<Recognised> recognised =
        members.see(person, fact.customerId(), profile.profile(), days.dayOf(profile.at()));
    household.update(members.pack());
    members.forgetsOn().ifPresent(day -> forgetOn(day, context));
    recognised.ifPresent(it -> out.collect(joinedAgain(it, fact)));
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<LedgerFact> out)
      throws Exception {
    Household members = Household.open(household.value());
    members.forget(days.dayOf(instant));
    household.update(members.pack());
    members.forgetsOn().ifPresent(day -> forgetOn(day, context));
  }

  private void forgetOn(int day, Context context) {
    context.timerService().registerEventTimeTimer(days.startOf(day));
  }

  private static LedgerFact joinedAgain(Recognised recognised, LedgerFact seenIn) {
    Map<String, String> after = Map.of("gapDays", Integer.toString(recognised.gapDays()));
    Care joined = new Care(Care.Kind.JOINED_AGAIN, Care.Source.NETWORK, after);
    Event event = Event.of(recognised.customerId(), seenIn.passed().at(), 0, joined);
    return LedgerFact.passed(event, seenIn.triggeredAt());
  }
}
