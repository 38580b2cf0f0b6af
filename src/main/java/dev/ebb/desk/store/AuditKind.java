package dev.ebb.desk.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What entries of the audit log tell of. */
public enum AuditKind {
  /** A customer's number was shown, dialled or searched for by a program. */
  REVEAL("reveal", "search"),
  /** Work on cases and calls to the departed. */
  WORK("outcome", "undo", "hand-over", "win-back"),
  /** Rules, and how much the team may take on. */
  RULE(
      "rule-stop",
      "rule-start-asked",
      "rule-start-agreed",
      "rule-start-refused",
      "rule-start-withdrawn",
      "rule-start-overtaken",
      "team-limits"),
  SIGN_IN("sign-in", "sign-in-failed", "sign-in-throttled"),
  /** Who may come in, and which systems hear of cases. */
  ACCESS(
      "account-added",
      "account-disabled",
      "password-changed",
      "token-added",
      "token-removed",
      "webhook-added",
      "webhook-removed"),
  /** Tables that were taken along. */
  EXPORT("export");

  private final List<String> actions;

  AuditKind(String... actions) {
    this.actions = List.of(actions);
  }

  /** The words in the log. */
  public List<String> actions() {
    return actions;
  }

  /** The word in addresses. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with this word, or null. */
  public static AuditKind of(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElse(null);
  }
}
