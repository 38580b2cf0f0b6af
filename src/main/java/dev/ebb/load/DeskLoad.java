package dev.ebb.load;

import java.time.Instant;
import java.util.List;

/** Fills a desk, opens its pages and watches it live; see {@code ./ebb desk bench}. */
public final class DeskLoad {
  private static final List<String> FILTERS =
      List.of(
          "/queue?tier=gold",
          "/queue?tier=diamond&overdue=1",
          "/queue?rule=falling-mou",
          "/queue?region=region-00",
          "/queue?region=region-30",
          "/queue?lever=3",
          "/queue?stage=D",
          "/queue?mine=1",
          "/queue?overdue=1",
          "/queue?tier=silver&region=region-12&stage=C");

  private DeskLoad() {}

  /** Runs it all; takes minutes. */
  public static LoadReport run(LoadPlan plan, LoadWatch watch) throws Exception {
    try (LoadStage stage = LoadStage.start()) {
      stage.addAccounts(Math.max(plan.browsers(), plan.viewers()));
      CaseMaker maker = new CaseMaker(stage.rules(), plan.seed(), Instant.now());
      double takenPerSecond = new Filling(stage, maker, watch).fill(plan.cases());
      new PageLoad(stage, plan, FILTERS, new Measures())
          .run((what, done, all) -> watch.at("pages to warm up", done, all));
      Measures measures = new Measures();
      new PageLoad(stage, plan, FILTERS, measures).run(watch);
      LoadReport.Live live = new LiveLoad(stage, plan, maker, measures).run(watch);
      return new LoadReport(
          plan, measures.times(), takenPerSecond, live, LoadReport.Machine.here());
    }
  }
}
