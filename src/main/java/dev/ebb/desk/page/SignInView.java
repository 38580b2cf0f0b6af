package dev.ebb.desk.page;

/**
 * The door.
 *
 * @param login as it was typed, or empty
 * @param back where to go then
 * @param failure wrong, throttled, expired, failed, no-role or disabled; or null
 * @param hint shown below, such as the demo's accounts; or null
 * @param isLocal whether there is a password to type
 * @param isElsewhere whether one can sign in at a provider of identities
 */
public record SignInView(
    String login, String back, String failure, String hint, boolean isLocal, boolean isElsewhere) {}
