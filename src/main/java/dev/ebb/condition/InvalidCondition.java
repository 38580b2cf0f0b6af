package dev.ebb.condition;

import java.util.List;

/** A condition that cannot be used, with everything that is wrong with it. */
public final class InvalidCondition extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Issue> issues;

  /**
   * Something wrong.
   *
   * @param line within the expression, from 1
   * @param column within that line, from 1
   */
  public record Issue(int line, int column, String message) {}

  InvalidCondition(List<Issue> issues) {
    super(issues.toString());
    this.issues = List.copyOf(issues);
  }

  public List<Issue> issues() {
    return issues;
  }
}
