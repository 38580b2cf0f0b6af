package dev.ebb.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration cannot be used; the message has one line for each problem. */
public final class InvalidConfiguration extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidConfiguration(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
