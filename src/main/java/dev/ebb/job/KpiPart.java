package dev.ebb.job;

import dev.ebb.kpi.Counts;
import dev.ebb.retention.Slice;

/**
 * What one task has counted of a slice and day since its last message.
 *
 * @param day epoch day
 */
public record KpiPart(Slice slice, int day, Counts counts) {}
