package dev.ebb.retention;

import java.io.Serializable;

/**
 * Whom to call when, and how. What the law forbids is {@link LegalStop}'s.
 *
 * @param playbooks how each kind of case is worked
 */
public record ContactPolicy(Playbooks playbooks) implements Serializable {

  /** Nobody is kept from contact, and the rules alone say what to do. */
  public static final ContactPolicy OPEN = new ContactPolicy(Playbooks.NONE);

  /** The same with these playbooks. */
  public ContactPolicy withPlaybooks(Playbooks newPlaybooks) {
    return new ContactPolicy(newPlaybooks);
  }
}
