package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.RecordLog;
import dev.ebb.config.LiveRules;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.ledger.IndexTable;
import dev.ebb.ledger.Ledger;
import dev.ebb.retention.Leaver;
import dev.ebb.retention.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Runs {@link Watch} over keyed state: what it means. A closed day is judged when the base index of
 * that day is here, which in live running is at once.
 */
class WatchFunction extends KeyedBroadcastProcessFunction<String, LedgerFact, Control, Dispatch>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Dispatch> WITHHELD = new OutputTag<>("withheld", StreamTypes.DISPATCH);
  static final OutputTag<Score> SCORES = new OutputTag<>("scores", StreamTypes.SCORE);
  static final OutputTag<Compacted> STAGES = new OutputTag<>("stages", StreamTypes.COMPACTED);
  static final OutputTag<Compacted> EXITS = new OutputTag<>("exits", StreamTypes.COMPACTED);
  static final OutputTag<KpiFact> FIGURES = new OutputTag<>("figures", StreamTypes.KPI_FACT);
  static final OutputTag<Leaver> LEAVERS = new OutputTag<>("leavers", StreamTypes.LEAVER);
  static final MapStateDescriptor<String, Control> CONTROL =
      new MapStateDescriptor<>("control", Types.STRING, StreamTypes.CONTROL);

  /** Feeds that keep up are within this of one another. */
  private static final long AHEAD_MILLIS = Duration.ofHours(1).toMillis();

  /** What was said is small and comes quickly; a day makes no difference to what it means. */
  private static final long CARE_AHEAD_MILLIS = Duration.ofDays(1).toMillis();

  /** At the same instant a profile comes first: nothing is heard of a customer without one. */
  static final Comparator<LedgerFact> IN_TIME =
      Comparator.comparingLong(LedgerFact::at)
          .thenComparing(LedgerFact::kind)
          .thenComparing(
              fact -> fact.passed() == null ? null : fact.passed().kind(),
              Comparator.nullsFirst(Comparator.naturalOrder()));

  private final JobPlan plan;

  private final Currency currency;

  /** What is published at the start; null: nothing. */
  private final RecordLog published;

  private transient Watch watch;
  private transient LiveRules rules;
  private transient Ledger ledger;
  private transient FlinkFile file;
  private transient ListState<LedgerFact> waiting;
  private transient IndexTable index;
  private transient WatchOutlet outlet;
  private transient int lastDeparture;

  /** A watch by the plan's rules alone. */
  WatchFunction(JobPlan plan) {
    this(plan, null, null);
  }

  /** The same with published rules, whose amounts are in this currency. */
  WatchFunction(JobPlan plan, Currency currency, RecordLog published) {
    this.plan = plan;
    this.currency = currency;
    this.published = published;
  }

  @Override
  public void open(OpenContext context) {
    if (published != null) {
      rules.load(published.read());
    }
    ledger = new Ledger(plan.ledger());
    file = new FlinkFile(getRuntimeContext());
    waiting =
        getRuntimeContext()
            .getListState(new ListStateDescriptor<>("waiting", StreamTypes.LEDGER_FACT));
    outlet = new WatchOutlet(new Tally(getRuntimeContext()), plan.scored());
  }

  @Override
  public void processElement(LedgerFact fact, ReadOnlyContext context, Collector<Dispatch> out)
      throws Exception {
    if (isErasure(fact)) {
      waiting.clear();
    } else if (context.timerService().currentWatermark() < waitsFor(fact, context)) {
      waiting.add(fact);
      context.timerService().registerEventTimeTimer(fact.at());
      return;
    }
    file.armedBy(context.timerService()::registerEventTimeTimer);
    outlet.turnTo(out, context::output, fact.triggeredAt());
    take(fact, context.timerService().currentWatermark());
  }

  /** What still waits is of the erased person: it must not bring them back. */
  static boolean isErasure(LedgerFact fact) {
    return fact.kind() == LedgerFact.Kind.PASSED && fact.passed().kind() == EventKind.ERASE;
  }

  /**
   * The watermark without which a fact is not taken: for a closed day, that of its index. A replay
   * takes everything in order of time, however far its sources run ahead of one another. A stream
   * lets no event wait, unless it catches up and this one comes from far ahead: what it says of a
   * later day must not be taken for today.
   */
  private long waitsFor(LedgerFact fact, ReadOnlyContext context) {
    if (plan.boundedTo() != null) {
      return fact.at();
    }
    return switch (fact.kind()) {
      case CLOSED -> ledger.indexDueAt(fact.closed().day());
      case RETURNED -> fact.at() - AHEAD_MILLIS;
      case FORGOTTEN -> fact.at();
      case PASSED ->
          isOldNews(fact, context.timerService().currentProcessingTime())
              ? fact.at() - aheadMillis(fact)
              : Long.MIN_VALUE;
    };
  }

  /** Fresh news leaves at once, also where usage, which tells the time, is quiet. */
  private boolean isOldNews(LedgerFact fact, long now) {
    EventKind kind = fact.passed().kind();
    return (kind == EventKind.CARE || kind == EventKind.OUTCOME)
        && now - fact.at() > AHEAD_MILLIS
        && !isStopInForce(fact.passed(), now);
  }

  /** What the law forbids at this hour must not wait for time to catch up. */
  private boolean isStopInForce(Event event, long now) {
    return event.kind() == EventKind.CARE
        && plan.watch().legalStop().until(event.care(), event.at()) > now;
  }

  /** An outcome must not come before the case that it belongs to. */
  private static long aheadMillis(LedgerFact fact) {
    return fact.passed().kind() == EventKind.CARE ? CARE_AHEAD_MILLIS : AHEAD_MILLIS;
  }

  @Override
  public void processBroadcastElement(Control control, Context context, Collector<Dispatch> out)
      throws Exception {
    BroadcastState<String, Control> known = context.getBroadcastState(CONTROL);
    if (control.kind() == Control.Kind.RULE && control.rule().isRemoval()) {
      known.remove(control.key());
    } else {
      known.put(control.key(), control);
    }
    if (control.kind() == Control.Kind.DEPARTED && control.day() > lastDeparture) {
      lastDeparture = control.day();
      forgetOldDepartures(control, known);
    }
    learn(control);
  }

  private static void forgetOldDepartures(Control departure, BroadcastState<String, Control> known)
      throws Exception {
    List<String> outdated = new ArrayList<>();
    for (Map.Entry<String, Control> entry : known.immutableEntries()) {
      if (entry.getValue().isOutdatedBy(departure)) {
        outdated.add(entry.getKey());
      }
    }
    for (String key : outdated) {
      known.remove(key);
    }
  }

  /** By the rules that hold now: many changes at a time cost no more than the last one. */
  private Watch watch() {
    if (watch == null || rules.hasChanged()) {
      watch = new Watch(plan.watch(), rules.running());
    }
    return watch;
  }

  @Override
  public void onTimer(long instant, OnTimerContext context, Collector<Dispatch> out)
      throws Exception {
    boolean atTheEnd = context.timerService().currentWatermark() == Long.MAX_VALUE;
    file.armedBy(context.timerService()::registerEventTimeTimer);
    outlet.turnTo(out, context::output, context.timerService().currentProcessingTime());
    takeDue(out, context);
    if (!atTheEnd) {
      watch().deadline(context.getCurrentKey(), instant, file, outlet);
    }
  }

  /**
   * Takes all that the watermark has reached, not only what this timer was set for: where it jumps,
   * as over a month of period records, a queue read once a day would cost the square of the days.
   */
  private void takeDue(Collector<Dispatch> out, OnTimerContext context) throws Exception {
    long reached = context.timerService().currentWatermark();
    List<LedgerFact> later = new ArrayList<>();
    List<LedgerFact> due = new ArrayList<>();
    for (LedgerFact fact : waiting.get()) {
      (fact.at() <= reached ? due : later).add(fact);
    }
    if (due.isEmpty()) {
      return;
    }
    waiting.update(later);
    due.sort(IN_TIME);
    for (LedgerFact fact : due) {
      outlet.turnTo(out, context::output, fact.triggeredAt());
      take(fact, context.timerService().currentWatermark());
    }
  }

  /**
   * While a job catches up a profile may come weeks ahead of the days that are judged: what it says
   * is taken, but nothing is told with a time that has not come.
   */
  private static Event inTime(Event event, long watermark) {
    boolean isAhead = watermark != Long.MIN_VALUE && event.at() - AHEAD_MILLIS > watermark;
    return isAhead && event.kind() == EventKind.PROFILE ? event.happenedAt(watermark) : event;
  }

  private void take(LedgerFact fact, long watermark) {
    switch (fact.kind()) {
      case CLOSED -> watch().judge(fact.closed(), index, file, outlet);
      case PASSED -> watch().accept(inTime(fact.passed(), watermark), index, file, outlet);
      case RETURNED -> watch().returned(fact.customerId(), fact.at(), file, outlet);
      case FORGOTTEN -> watch().forgotten(fact.customerId(), fact.at(), file, outlet);
    }
  }

  private void learn(Control control) {
    if (control.kind() == Control.Kind.RULE) {
      rules.apply(control.rule());
    } else {
      control.into(index);
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    index = new IndexTable();
    rules = new LiveRules(plan.rules(), plan.intake(currency));
    for (Map.Entry<String, Control> known :
        context.getOperatorStateStore().getBroadcastState(CONTROL).entries()) {
      learn(known.getValue());
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {}
}
