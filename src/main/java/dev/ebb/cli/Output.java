package dev.ebb.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of every command whose result a program may read. */
final class Output {

  @Spec(Target.MIXEE)
  private CommandSpec mixee;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show no progress.")
  private boolean quiet;

  boolean json() {
    return json;
  }

  /** Where long work shows how far it is. */
  Progress progress(String what) {
    return quiet || json
        ? Progress.silent()
        : Progress.on(mixee.commandLine().getErr(), Terminal.detected().err(), what);
  }
}
