package dev.ebb.cluster;

/** Whether a reader sees records of transactions that are open or were aborted. */
public enum Isolation {
  READ_COMMITTED,
  READ_UNCOMMITTED
}
