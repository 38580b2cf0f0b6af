package dev.ebb.desk.screen;

import dev.ebb.desk.page.SignalNames;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.retention.Playbooks;
import dev.ebb.retention.QuietHours;
import java.time.Duration;

/**
 * What the operator has settled.
 *
 * @param stopHolds for how long a legal stop keeps anybody from calling; null: for good
 * @param quietHours of customers who have set none of their own
 */
public record Handbook(
    SignalNames names, RuleBook rules, Playbooks playbooks, Duration stopHolds, QuietHours quietHours) {}
