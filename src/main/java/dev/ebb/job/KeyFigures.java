package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Dispatch;
import dev.ebb.retention.Leaver;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the topology that counts: what Watch and the outlets say, by slice and day. */
final class KeyFigures {
  private KeyFigures() {}

  /**
   * The key figures.
   *
   * @param facts what Watch says of customers
   * @param leavers whom it says to be gone
   * @param alerts every case message as it leaves for those who call
   * @param withheld the other ones
   */
  static DataStream<Compacted> define(
      DataStream<KpiFact> facts,
      DataStream<Leaver> leavers,
      DataStream<Dispatch> alerts,
      DataStream<Dispatch> withheld,
      JobPlan plan) {
    DataStream<KpiFact> ofCases =
        alerts
            .union(withheld)
            .flatMap(new CaseFigures(plan))
            .returns(StreamTypes.KPI_FACT)
            .name("Figures of cases")
            .uid(OperatorIds.CASE_FIGURES);
    return added(facts, OperatorIds.FIGURES_BUFFER)
        .union(
            added(ofCases.union(leadTimes(alerts, leavers, plan)), OperatorIds.CASE_FIGURES_BUFFER))
        .keyBy(part -> part.slice().key(), Types.STRING)
        .process(new KpiFunction(plan), StreamTypes.COMPACTED)
        .name("Key figures: by slice and day")
        .uid(OperatorIds.KPIS);
  }

  private static DataStream<KpiFact> leadTimes(
      DataStream<Dispatch> alerts, DataStream<Leaver> leavers, JobPlan plan) {
    return alerts
        .keyBy(dispatch -> dispatch.message().customerId(), Types.STRING)
        .connect(leavers.keyBy(Leaver::customerId, Types.STRING))
        .process(new LeadTimes(plan), StreamTypes.KPI_FACT)
        .name("Lead times: from alerts to exits")
        .uid(OperatorIds.LEAD_TIMES);
  }

  private static DataStream<KpiPart> added(DataStream<KpiFact> facts, String uid) {
    return facts.transform("Add figures up", StreamTypes.KPI_PART, new KpiBuffer()).uid(uid);
  }
}
