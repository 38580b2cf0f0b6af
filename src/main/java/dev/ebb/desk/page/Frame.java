package dev.ebb.desk.page;

/**
 * What a page needs besides its own view.
 *
 * @param tab which of the tabs is open: next, queue, inbound, lead; or empty
 * @param viewer null before sign-in
 * @param csrf token that each form sends back; empty before there is a session
 * @param path of this page with its query, to come back to
 */
public record Frame(Words words, String tab, Theme theme, Viewer viewer, String csrf, String path) {

  /** The bundle's sentence. */
  public String say(String key, Object... values) {
    return words.say(key, values);
  }
}
