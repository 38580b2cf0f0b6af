package dev.ebb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ebb desk disable-account}: lets somebody in no longer. */
@Command(
    name = "disable-account",
    description =
        "Closes an account of the retention desk for good and ends its sessions at once, whatever an"
            + " identity provider says.")
final class DeskDisableAccountCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @ParentCommand private DeskCommand desk;

  @Parameters(paramLabel = "LOGIN", description = "Whose account it is.")
  private String login;

  @Override
  public Integer call() throws Exception {
    if (!desk.withAccounts(accounts -> accounts.disable(login, DeskCommand.ACTOR))) {
      throw new IllegalArgumentException("there is no account " + login);
    }
    spec.commandLine().getOut().println("disabled " + login);
    return 0;
  }
}
