package dev.ebb.retention;

/** What a rule's signal is worth. The order is part of the state format: append only. */
enum Standing {
  /** Nothing to see. */
  OFF,
  /** Live, but on readings that lack history. */
  IMMATURE,
  /** Live and trustworthy, but nobody may act on it: shadow, opt-out or a legal stop. */
  SHADOWED,
  /** Live, trustworthy and acted upon. */
  COUNTS;

  boolean isLive() {
    return this != OFF;
  }

  boolean isMature() {
    return this == SHADOWED || this == COUNTS;
  }
}
