package dev.ebb.desk.store;

import dev.ebb.signal.Rule.Status;
import dev.ebb.signal.Text;

/**
 * A rule as it is now.
 *
 * @param status by which the job goes, as far as the desk knows
 * @param isPublished whether it, or its status, comes from the rules' topic
 * @param last the newest step, or null
 */
public record RuleState(String id, Text title, Status status, boolean isPublished, RuleStep last) {}
