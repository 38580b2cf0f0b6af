package dev.ebb.job;

/** Names of what is counted, as metrics and as accumulators. */
public final class Counted {
  /** Accepted events, counted once; labels feed, kind, binding. */
  public static final String EVENTS = "events";

  /** Records not counted; labels reason, binding. */
  public static final String REJECTED = "rejected";

  /** Events whose id had been counted; label binding. */
  public static final String DUPLICATES = "duplicates";

  /** Accepted events of days already closed; label binding. */
  public static final String LATE = "late";

  /** Customers met for the first time. */
  public static final String CUSTOMERS = "customers";

  /** Customer-days judged. */
  public static final String EVALUATIONS = "evaluations";

  /** Case messages; labels rule, state. */
  public static final String ALERTS = "alerts";

  /** Withheld case messages; labels rule, state. */
  public static final String WITHHELD = "withheld";

  /** Cases that became contactable. */
  public static final String ALERTS_OPENED = "alertsOpened";

  /** Cases that were opened and withheld. */
  public static final String WITHHELD_OPENED = "withheldOpened";

  /** Words of agents on cases; labels kind, taken. */
  public static final String OUTCOMES = "outcomes";

  /** Signals that an agent found wrong; labels rule, reason. */
  public static final String WRONG = "wrong";

  /** Customers that passed to another stage; labels to, reason. */
  public static final String STAGES = "stages";

  /** Customers gone; labels cause, how. */
  public static final String EXITS = "exits";

  /** Published rules; label taken. */
  public static final String RULES = "rules";

  /** Seconds since a feed's last record, a gauge; label feed. */
  static final String SILENT_SECONDS = "silentSeconds";

  /** Regions that were down on their last closed day, a gauge; label measure. */
  static final String DOWN_REGIONS = "downRegions";

  /** Customers whose hot value is on the heap, a gauge. */
  static final String BUNDLE_HELD = "bundleHeld";

  /** How many of these values are newer than the state, a gauge. */
  static final String BUNDLE_UNWRITTEN = "bundleUnwritten";

  /** How often such a value was met since the task started, a gauge. */
  static final String BUNDLE_HITS = "bundleHits";

  private Counted() {}
}
