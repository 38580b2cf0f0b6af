package dev.ebb.cli;

import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import dev.ebb.desk.Desk;
import dev.ebb.desk.people.Tokens;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ebb desk add-token}: lets a program in. */
@Command(
    name = "add-token",
    description = "Adds a token for the desk's interface (/api/v1) and prints it, this once.")
final class DeskAddTokenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "The settings, see config/ebb.yaml.")
  private Path config;

  @Option(names = "--name", required = true, description = "Whose token it is, for the audit log.")
  private String name;

  @Option(
      names = "--scope",
      required = true,
      description = "What it allows: cases:read, cases:work, webhooks. Repeatable.")
  private Set<String> scopes;

  @Override
  public Integer call() throws Exception {
    Settings settings = SettingsFile.load(config);
    try (Database database =
        Desk.database(settings.desk(), DeskPasswords.ofDatabase(settings.desk()))) {
      String token = new Tokens(database, Clocks.system()).add(name, scopes, "command line");
      spec.commandLine().getOut().println(token);
    }
    return 0;
  }
}
