package dev.ebb.job;

import dev.ebb.retention.Slice;

/**
 * One customer has changed one key figure of one slice.
 *
 * @param day epoch day
 * @param name see {@link dev.ebb.retention.Figure}
 * @param count negative where something no longer holds
 */
public record KpiFact(Slice slice, int day, String name, long count) {}
