package dev.ebb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ebb desk set-password}: gives an account another password. */
@Command(
    name = "set-password",
    description =
        "Gives an account of the retention desk another password and ends its sessions. The password"
            + " is asked for, or read from standard input, or taken from the environment variable"
            + " EBB_DESK_NEW_PASSWORD.")
final class DeskSetPasswordCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @ParentCommand private DeskCommand desk;

  @Parameters(paramLabel = "LOGIN", description = "Whose account it is.")
  private String login;

  @Override
  public Integer call() throws Exception {
    String password = DeskPasswords.ofAccount();
    if (!desk.withAccounts(it -> it.changePassword(login, password, DeskCommand.ACTOR))) {
      throw new IllegalArgumentException("there is no account " + login + " that has a password");
    }
    spec.commandLine().getOut().println("changed the password of " + login);
    return 0;
  }
}
