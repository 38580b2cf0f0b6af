package dev.ebb.desk.page;

/**
 * A line of the timeline.
 *
 * @param by login of the agent, or null where it was the job
 * @param note or null
 */
public record Moment(String at, String by, String text, String note) {}
