package dev.ebb.desk.oidc;

/** The provider does not vouch for somebody, or not so that it could be believed. */
public final class NotSignedIn extends Exception {
  private static final long serialVersionUID = 1;

  private final Why why;

  /** What to tell the person. */
  public enum Why {
    /** It did not work; the log knows more. */
    FAILED,
    /** The provider names no role that the desk knows. */
    NO_ROLE
  }

  NotSignedIn(Why why, String message) {
    super(message);
    this.why = why;
  }

  NotSignedIn(Throwable cause) {
    super(cause.getMessage(), cause);
    this.why = Why.FAILED;
  }

  /** What to tell the person. */
  public Why why() {
    return why;
  }
}
