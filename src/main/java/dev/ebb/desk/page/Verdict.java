package dev.ebb.desk.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the customer may be called now.
 *
 * @param light the gravest of the checks
 */
public record Verdict(Check.Light light, String text, List<Check> checks) {

  public Verdict {
    checks = List.copyOf(checks);
  }

  /** Why no call may be placed: where one is forbidden, by whom as well. */
  public String refusal() {
    return checks.stream()
        .filter(check -> check.light() == Check.Light.STOP)
        .map(Check::text)
        .collect(Collectors.joining(" ", text + " ", ""))
        .strip();
  }

  /** Whether a call may be placed. */
  public boolean allowsCall() {
    return light == Check.Light.CLEAR || light == Check.Light.MIND;
  }
}
