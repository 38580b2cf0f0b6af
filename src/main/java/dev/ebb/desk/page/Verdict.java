package dev.ebb.desk.page;

import java.util.List;

/**
 * Whether the customer may be called now.
 *
 * @param light the gravest of the checks
 */
public record Verdict(Check.Light light, String text, List<Check> checks) {

  public Verdict {
    checks = List.copyOf(checks);
  }

  /** Whether a call may be placed. */
  public boolean allowsCall() {
    return light == Check.Light.CLEAR || light == Check.Light.MIND;
  }
}
