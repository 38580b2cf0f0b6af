package dev.ebb.desk.screen;

import dev.ebb.desk.page.SignalNames;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.retention.Playbooks;

/** What the operator has settled. */
public record Handbook(SignalNames names, RuleBook rules, Playbooks playbooks, CallRules calls) {}
