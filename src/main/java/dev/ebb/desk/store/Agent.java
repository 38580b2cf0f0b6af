package dev.ebb.desk.store;

/**
 * Whoever works at the desk.
 *
 * @param login of the account
 * @param name as shown to others
 * @param managerId under which customers' profiles name this person as their account manager, or
 *     null
 * @param program that acts in this person's name, as the audit log knows it; null: it is the person
 */
public record Agent(String login, String name, Role role, String managerId, String program) {

  /** A person at the screen. */
  public Agent(String login, String name, Role role, String managerId) {
    this(login, name, role, managerId, null);
  }

  /** The same agent, in whose name this program acts. */
  public Agent by(String program) {
    return new Agent(login, name, role, managerId, program);
  }

  /** Who acts, for the audit log: never somebody in whose name another one does. */
  String actor() {
    return program == null ? login : program;
  }

  /** What is told to the audit log besides, and for whom it was done. */
  String told(String detail) {
    return program == null ? detail : detail + " for " + login;
  }
}
