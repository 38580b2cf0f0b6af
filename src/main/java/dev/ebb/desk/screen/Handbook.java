package dev.ebb.desk.screen;

import dev.ebb.desk.page.SignalNames;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.retention.Playbooks;
import java.time.Duration;

/**
 * What the operator has settled.
 *
 * @param stopHolds for how long a legal stop keeps anybody from calling; null: for good
 */
public record Handbook(
    SignalNames names, RuleBook rules, Playbooks playbooks, Duration stopHolds) {}
