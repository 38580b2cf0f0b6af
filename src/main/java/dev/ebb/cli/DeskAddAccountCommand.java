package dev.ebb.cli;

import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import dev.ebb.desk.Desk;
import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Role;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ebb desk add-account}: lets somebody in. */
@Command(
    name = "add-account",
    description = {
      "Adds an account to the retention desk. The password is asked for, or read from standard",
      "input, or taken from the environment variable EBB_DESK_NEW_PASSWORD."
    })
final class DeskAddAccountCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The settings, see config/ebb.yaml.")
  private Path config;

  @Option(
      names = "--login",
      required = true,
      description = "2 to 40 of a-z, 0-9, '.', '_' and '-'.")
  private String login;

  @Option(names = "--name", required = true, description = "As shown to colleagues.")
  private String name;

  @Option(names = "--role", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
  private Role role;

  @Option(
      names = "--manager-id",
      description = "Under which customers' profiles name this account manager.")
  private String managerId;

  @Override
  public Integer call() throws Exception {
    Settings settings = SettingsFile.load(config);
    NewAccount account = new NewAccount(login, name, role, managerId);
    String password = DeskPasswords.ofAccount();
    try (Database database =
        Desk.database(settings.desk(), DeskPasswords.ofDatabase(settings.desk()))) {
      new Accounts(database, Clocks.system(), Passwords.STRONG)
          .add(account, password, "command line");
    }
    spec.commandLine().getOut().println("added " + role.label() + " " + login);
    return 0;
  }
}
