package dev.ebb.retention;

import dev.ebb.signal.Family;
import dev.ebb.signal.Rule;
import java.time.Instant;

/**
 * What keeps one customer's signals from being acted upon at one instant. What forbids any contact
 * holds at once. What chooses among customers is asked before a case becomes contactable: one that
 * is being worked is not taken out of the agent's hands.
 */
final class Permission {
  private final WatchSettings settings;
  private final Sitting sitting;
  private final long at;

  /** Worked out when first asked for, since few customers have a live signal. */
  private Boolean heldOut;

  Permission(WatchSettings settings, Sitting sitting, long at) {
    this.settings = settings;
    this.sitting = sitting;
    this.at = at;
  }

  /** Why nobody may act on a rule's signals; null: somebody may. */
  Withheld against(Rule rule) {
    CaseFile file = sitting.file;
    if (sitting.isStopped(at)) {
      return Withheld.LEGAL_STOP;
    }
    if (sitting.hasOptedOut()) {
      return Withheld.OPT_OUT;
    }
    if (settings.shadow()) {
      return Withheld.SHADOW;
    }
    if (file.resting.containsKey(rule.id())) {
      return Withheld.SNOOZED;
    }
    if (settings.policy().owes(rule)) {
      return null;
    }
    Withheld unasked = sitting.hasBeenChosen() ? null : againstAsking(rule);
    return unasked == null && isHeldOut() ? Withheld.HOLD_OUT : unasked;
  }

  private Withheld againstAsking(Rule rule) {
    CaseFile file = sitting.file;
    ContactPolicy policy = settings.policy();
    if (policy.cap().freeAt(file.contacts) > at) {
      return Withheld.CAP;
    }
    if (file.coolUntil > at && rule.family() != Family.INTENT) {
      return Withheld.COOL_DOWN;
    }
    // Nothing known of a customer's spend is no spend of nothing.
    long arpu = file.value == null ? 0 : file.value.arpu();
    return arpu > 0 && arpu < policy.valueGate() ? Withheld.VALUE_GATE : null;
  }

  /** A case stays on the side on which it was opened, however long it takes. */
  private boolean isHeldOut() {
    if (heldOut == null) {
      long since = sitting.file.open == null ? at : sitting.file.open.openedAt;
      heldOut =
          settings
              .policy()
              .holdOut()
              .holds(
                  sitting.customerId,
                  Instant.ofEpochMilli(since).atZone(settings.zone()).toLocalDate());
    }
    return heldOut;
  }
}
