package dev.ebb.desk.store;

import java.time.Instant;

/**
 * Where in a topic something was told.
 *
 * @param appendedAt the broker's time, wall time
 */
public record Told(int partition, long offset, Instant appendedAt) {}
