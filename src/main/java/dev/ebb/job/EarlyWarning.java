package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Decoded;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.Rejected;
import dev.ebb.config.RuleIntake;
import dev.ebb.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The topology: what happened, what it means, what to do. */
public final class EarlyWarning {

  /**
   * Everything that leaves the job. Attach sinks to what is wanted.
   *
   * @param alerts cases that may be worked
   * @param withheld cases that may not, each with its reason
   * @param stages each customer's lifecycle stage
   * @param exits the database of the departed
   * @param kpis the key figures of each slice and day
   * @param rejected records that were not counted
   * @param scores judged days, empty unless the plan asks for them
   * @param facts what the ledger tells Watch
   */
  public record Outlets(
      DataStream<Dispatch> alerts,
      DataStream<Dispatch> withheld,
      DataStream<Compacted> stages,
      DataStream<Compacted> exits,
      DataStream<Compacted> kpis,
      DataStream<Rejected> rejected,
      DataStream<Score> scores,
      DataStream<LedgerFact> facts) {}

  private EarlyWarning() {}

  /**
   * Builds the topology.
   *
   * @param feeds decoded records with their watermarks, by a stable name
   */
  public static Outlets define(Map<String, DataStream<Decoded>> feeds, JobPlan plan) {
    return define(feeds, null, plan, new LedgerOperator(plan), new WatchFunction(plan));
  }

  /** The same with rules that may change while it runs. */
  public static Outlets define(
      Map<String, DataStream<Decoded>> feeds, RuleFeed rules, JobPlan plan) {
    WatchFunction watch = new WatchFunction(plan, rules.currency(), rules.log());
    return define(feeds, rules, plan, new LedgerOperator(plan), watch);
  }

  /** The same topology around these two operators; {@code rules} may be null. */
  static Outlets define(
      Map<String, DataStream<Decoded>> feeds,
      RuleFeed rules,
      JobPlan plan,
      LedgerOperator ledger,
      WatchFunction watch) {
    List<SingleOutputStreamOperator<Event>> sifted =
        feeds.entrySet().stream().map(feed -> sift(feed.getKey(), feed.getValue(), plan)).toList();
    SingleOutputStreamOperator<LedgerFact> facts =
        united(sifted)
            .keyBy(Event::customerId, Types.STRING)
            .transform("Ledger: what happened", StreamTypes.LEDGER_FACT, ledger)
            .uid(OperatorIds.LEDGER);
    Optional<SingleOutputStreamOperator<Control>> desk =
        Optional.ofNullable(rules).map(feed -> desk(feed, plan));
    KeyedStream<LedgerFact, String> byCustomer =
        DataStreamUtils.reinterpretAsKeyedStream(
            facts.union(joinedAgain(facts, plan)), LedgerFact::customerId, Types.STRING);
    SingleOutputStreamOperator<Dispatch> cases =
        byCustomer
            .connect(controls(facts, desk, plan).broadcast(WatchFunction.CONTROL))
            .process(watch, StreamTypes.DISPATCH)
            .name("Watch: what it means")
            .uid(OperatorIds.WATCH);
    SingleOutputStreamOperator<Dispatch> admitted = admitted(cases, plan);
    DataStream<Dispatch> withheld =
        cases
            .getSideOutput(WatchFunction.WITHHELD)
            .union(admitted.getSideOutput(AdmissionFunction.REFUSED));
    DataStream<Dispatch> alertsSent =
        counted(admitted, Counted.ALERTS, Counted.ALERTS_OPENED, OperatorIds.ALERTS_COUNT);
    DataStream<Dispatch> withheldSent =
        counted(withheld, Counted.WITHHELD, Counted.WITHHELD_OPENED, OperatorIds.WITHHELD_COUNT);
    return new Outlets(
        alertsSent,
        withheldSent,
        cases.getSideOutput(WatchFunction.STAGES),
        cases.getSideOutput(WatchFunction.EXITS),
        KeyFigures.define(
            cases.getSideOutput(WatchFunction.FIGURES),
            cases.getSideOutput(WatchFunction.LEAVERS),
            alertsSent,
            withheldSent,
            plan),
        rejected(sifted, facts, desk),
        cases.getSideOutput(WatchFunction.SCORES),
        facts);
  }

  private static SingleOutputStreamOperator<Dispatch> admitted(
      DataStream<Dispatch> cases, JobPlan plan) {
    return cases
        .process(new AdmissionFunction(plan), StreamTypes.DISPATCH)
        .name("Admission: the day's budget")
        .uid(OperatorIds.ADMISSION)
        .forceNonParallel();
  }

  /** Each feed is sifted in the chain of its source, so that a record crosses the network once. */
  private static SingleOutputStreamOperator<Event> sift(
      String name, DataStream<Decoded> feed, JobPlan plan) {
    return feed.process(new Sift(name, plan.bindings()), StreamTypes.EVENT)
        .name("Sift " + name)
        .uid(OperatorIds.sift(name));
  }

  private static DataStream<Event> united(List<SingleOutputStreamOperator<Event>> streams) {
    return streams.stream()
        .map(stream -> (DataStream<Event>) stream)
        .reduce(DataStream::union)
        .orElseThrow(() -> new IllegalArgumentException("feeds must not be empty"));
  }

  private static DataStream<Control> controls(
      SingleOutputStreamOperator<LedgerFact> facts,
      Optional<SingleOutputStreamOperator<Control>> desk,
      JobPlan plan) {
    DataStream<Control> learned =
        index(facts, plan).union(tops(facts, plan), facts.getSideOutput(LedgerOperator.DEPARTED));
    return desk.map(ofRules -> learned.union(ofRules)).orElse(learned);
  }

  private static DataStream<Rejected> rejected(
      List<SingleOutputStreamOperator<Event>> sifted,
      SingleOutputStreamOperator<LedgerFact> facts,
      Optional<SingleOutputStreamOperator<Control>> desk) {
    return Stream.concat(
            sifted.stream().map(events -> events.getSideOutput(Sift.REJECTED)),
            desk.stream().map(refused -> refused.getSideOutput(RuleDesk.REJECTED)))
        .map(rejected -> (DataStream<Rejected>) rejected)
        .reduce(facts.getSideOutput(LedgerOperator.REJECTED), DataStream::union);
  }

  private static SingleOutputStreamOperator<Control> desk(RuleFeed rules, JobPlan plan) {
    return rules
        .records()
        .keyBy(RuleIntake::idOf, Types.STRING)
        .process(new RuleDesk(plan, rules.currency()), StreamTypes.CONTROL)
        .name("Rule desk: what may change")
        .uid(OperatorIds.RULE_DESK)
        .setParallelism(1);
  }

  private static SingleOutputStreamOperator<Control> index(
      SingleOutputStreamOperator<LedgerFact> facts, JobPlan plan) {
    return facts
        .getSideOutput(LedgerOperator.REGION_USE)
        .keyBy(RegionUse::region, Types.STRING)
        .process(new BaseIndexFunction(plan), StreamTypes.CONTROL)
        .name("Base index: what is usual")
        .uid(OperatorIds.BASE_INDEX)
        .setParallelism(1);
  }

  /** By household, and from there to the new customer: partitioned like what the ledger tells. */
  private static DataStream<LedgerFact> joinedAgain(
      SingleOutputStreamOperator<LedgerFact> facts, JobPlan plan) {
    return facts
        .filter(HouseholdFunction::isShared)
        .name("Profiles of households")
        .uid(OperatorIds.HOUSEHOLD_PROFILES)
        .keyBy(HouseholdFunction::key, Types.STRING)
        .process(new HouseholdFunction(plan), StreamTypes.LEDGER_FACT)
        .name("Households: who has joined again")
        .uid(OperatorIds.HOUSEHOLD)
        .keyBy(LedgerFact::customerId, Types.STRING)
        .map(fact -> fact)
        .returns(StreamTypes.LEDGER_FACT)
        .name("Who has joined again, by customer")
        .uid(OperatorIds.JOINED_AGAIN);
  }

  private static DataStream<Control> tops(
      SingleOutputStreamOperator<LedgerFact> facts, JobPlan plan) {
    return facts
        .getSideOutput(LedgerOperator.REGION_ARPU)
        .keyBy(RegionArpu::region, Types.STRING)
        .process(new TopArpuFunction(plan), StreamTypes.CONTROL)
        .name("Top spenders: where they begin")
        .uid(OperatorIds.TOP_ARPU)
        .setParallelism(1);
  }

  /** Keyed, so that the messages of a case stay in order up to its Kafka partition. */
  private static DataStream<Dispatch> counted(
      DataStream<Dispatch> messages, String metric, String opened, String uid) {
    return messages
        .keyBy(dispatch -> dispatch.message().customerId(), Types.STRING)
        .map(new CountMessages(metric, opened))
        .returns(StreamTypes.DISPATCH)
        .name("Count " + metric)
        .uid(uid);
  }
}
