package dev.ebb.job;

/**
 * The uid of every operator. State is found by these after an upgrade: they never change and never
 * follow a class name.
 */
public final class OperatorIds {
  public static final String LEDGER = "ledger";
  public static final String BASE_INDEX = "base-index";
  public static final String TOP_ARPU = "top-arpu";
  public static final String HOUSEHOLD_PROFILES = "household-profiles";
  public static final String HOUSEHOLD = "household";
  public static final String JOINED_AGAIN = "joined-again";
  public static final String RULE_DESK = "rule-desk";
  public static final String WATCH = "watch";
  public static final String ADMISSION = "admission";
  public static final String ALERTS_COUNT = "alerts-count";
  public static final String ALERTS_SINK = "alerts-sink";
  public static final String WITHHELD_COUNT = "withheld-count";
  public static final String WITHHELD_SINK = "withheld-sink";
  public static final String STAGES_SINK = "stages-sink";
  public static final String EXITS_SINK = "exits-sink";
  public static final String FIGURES_BUFFER = "figures-buffer";
  public static final String LEAD_TIMES = "lead-times";
  public static final String CASE_FIGURES = "case-figures";
  public static final String CASE_FIGURES_BUFFER = "case-figures-buffer";
  public static final String KPIS = "kpis";
  public static final String KPIS_SINK = "kpis-sink";
  public static final String REJECTED_SINK = "rejected-sink";
  public static final String SCORES_SINK = "scores-sink";

  private OperatorIds() {}

  /** The uid of a feed's source. */
  public static String source(String feed) {
    return feed + "-source";
  }

  /** The uid of what follows a feed's source. */
  public static String sift(String feed) {
    return feed + "-sift";
  }
}
