package dev.ebb.desk.store;

import java.util.Locale;

/** What a person at the desk may do; each role may do what those before it may. */
public enum Role {
  /** Works cases. */
  AGENT,
  /** Sees the team's figures, hands over and stops rules. */
  LEAD,
  /** Keeps accounts and tokens. */
  ADMIN;

  /** The word in the database and in the interface. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this role may do what that one may. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }

  /** The role with this word. */
  public static Role of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
