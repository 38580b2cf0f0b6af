package dev.ebb.desk.store;

import java.time.Instant;

/**
 * Something that happened to a case.
 *
 * @param at business time
 * @param what an outcome's kind where an agent did it, else the state that the job told
 * @param reason why the job told it, or what an agent found wrong; null if there is none
 * @param agent who did it; null: the job
 * @param dueAt when a callback or a case that was put off comes back
 */
public record TimelineEntry(
    Instant at, String what, String reason, String agent, Instant dueAt, String note) {}
