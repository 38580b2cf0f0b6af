package dev.ebb.desk.page;

/**
 * Something that did not work.
 *
 * @param status of HTTP
 * @param kind missing, refused, failed or unreachable
 * @param more a sentence of its own, or null for the one that all of the kind have
 */
public record Problem(int status, String kind, String more) {

  /** One like all of its kind. */
  public Problem(int status, String kind) {
    this(status, kind, null);
  }
}
