package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Dispatch;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The part of the topology that counts: what Watch and the outlets say, by slice and day. */
final class KeyFigures {
  private KeyFigures() {}

  /**
   * The key figures.
   *
   * @param facts what Watch says of customers
   * @param sent every case message as it leaves
   */
  static DataStream<Compacted> define(
      DataStream<KpiFact> facts, DataStream<Dispatch> sent, JobPlan plan) {
    DataStream<KpiFact> ofCases =
        sent.flatMap(new CaseFigures(plan))
            .returns(StreamTypes.KPI_FACT)
            .name("Figures of cases")
            .uid(OperatorIds.CASE_FIGURES);
    return added(facts, OperatorIds.FIGURES_BUFFER)
        .union(added(ofCases, OperatorIds.CASE_FIGURES_BUFFER))
        .keyBy(part -> part.slice().key(), Types.STRING)
        .process(new KpiFunction(plan), StreamTypes.COMPACTED)
        .name("Key figures: by slice and day")
        .uid(OperatorIds.KPIS);
  }

  private static DataStream<KpiPart> added(DataStream<KpiFact> facts, String uid) {
    return facts.transform("Add figures up", StreamTypes.KPI_PART, new KpiBuffer()).uid(uid);
  }
}
