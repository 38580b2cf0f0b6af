package dev.ebb.desk.page;

/**
 * The door.
 *
 * @param login as it was typed, or empty
 * @param back where to go then
 * @param failure wrong, throttled or expired; or null
 * @param hint shown below, such as the demo's accounts; or null
 */
public record SignInView(String login, String back, String failure, String hint) {}
