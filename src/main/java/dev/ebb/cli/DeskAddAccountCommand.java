package dev.ebb.cli;

import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.store.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ebb desk add-account}: lets somebody in. */
@Command(
    name = "add-account",
    description =
        "Adds an account to the retention desk. The password is asked for, or read from standard "
            + "input, or taken from the environment variable EBB_DESK_NEW_PASSWORD.")
final class DeskAddAccountCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @ParentCommand private DeskCommand desk;

  @Option(
      names = "--login",
      required = true,
      paramLabel = "LOGIN",
      description = "2 to 40 of a-z, 0-9, '.', '_' and '-'.")
  private String login;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "As shown to colleagues.")
  private String name;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Role role;

  @Option(
      names = "--manager-id",
      paramLabel = "ID",
      description = "Under which customers' profiles name this account manager.")
  private String managerId;

  @Override
  public Integer call() throws Exception {
    NewAccount account = new NewAccount(login, name, role, managerId);
    String password = DeskPasswords.ofAccount();
    desk.withAccounts(
        accounts -> {
          accounts.add(account, password, DeskCommand.ACTOR);
          return account;
        });
    spec.commandLine().getOut().println("added " + role.label() + " " + login);
    return 0;
  }
}
