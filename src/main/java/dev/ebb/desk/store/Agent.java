package dev.ebb.desk.store;

/**
 * Whoever works at the desk.
 *
 * @param login of the account
 * @param name as shown to others
 * @param managerId under which customers' profiles name this person as their account manager, or
 *     null
 */
public record Agent(String login, String name, Role role, String managerId) {}
