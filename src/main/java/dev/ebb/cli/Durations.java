package dev.ebb.cli;

import dev.ebb.config.DurationText;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Durations as options. */
final class Durations {
  private Durations() {}

  static Duration of(CommandSpec spec, String option, String text) {
    return DurationText.parse(text)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "%s must be a duration such as 60s, in %s, but was %s"
                        .formatted(option, DurationText.UNITS, text)));
  }
}
