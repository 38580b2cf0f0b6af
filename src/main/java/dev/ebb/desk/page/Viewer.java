package dev.ebb.desk.page;

import dev.ebb.desk.store.Role;

/**
 * Who looks at a page.
 *
 * @param name of the account
 * @param shown how it is shown to colleagues
 * @param role decides which pages are theirs
 */
public record Viewer(String name, String shown, Role role) {

  /** Whether the lead's pages are theirs. */
  public boolean isLead() {
    return role.covers(Role.LEAD);
  }

  /** Whether the audit log is theirs. */
  public boolean isAdmin() {
    return role.covers(Role.ADMIN);
  }
}
