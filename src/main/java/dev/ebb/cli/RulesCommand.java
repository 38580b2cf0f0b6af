package dev.ebb.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebb rules}: what is done with rule files. */
@Command(
    name = "rules",
    description = "Works on the rules.",
    subcommands = {RulesCheckCommand.class, RulesPublishCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class RulesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given after rules");
  }
}
