package dev.ebb.desk.api;

import dev.ebb.desk.web.ProblemDetails;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ends a request with a problem. */
final class Refused extends RuntimeException {
  /** How all checks say what they refuse. */
  private static final Pattern CHECK =
      Pattern.compile("(\\S+) must (?:be |have )?(.+) but \\S+ (.+)");

  private final transient ProblemDetails problem;

  Refused(ProblemDetails problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  ProblemDetails problem() {
    return problem;
  }

  /** A field that holds what it must not. */
  static Refused field(String field, String bound, Object value) {
    return new Refused(invalid().in(field, bound, String.valueOf(value)));
  }

  /** What a check has refused. */
  static Refused by(IllegalArgumentException check) {
    Matcher said = CHECK.matcher(String.valueOf(check.getMessage()));
    return said.matches()
        ? field(said.group(1), said.group(2), said.group(3))
        : new Refused(invalid().because(check.getMessage()));
  }

  /** Something that is not there. */
  static Refused missing(String what) {
    return new Refused(ProblemDetails.of(404, "not-found", "There is no such " + what));
  }

  private static ProblemDetails invalid() {
    return ProblemDetails.of(422, "invalid", "A field is not as it must be");
  }
}
