package dev.ebb.cli;

import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import dev.ebb.desk.Desk;
import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.people.Tokens;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.event.Feed;
import dev.ebb.launch.Bindings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ebb desk}: the retention desk. */
@Command(
    name = "desk",
    description = {
      "Runs the retention desk on a given Kafka and PostgreSQL until it is stopped.",
      "The database's password is in the file that desk.database.password-file names, or in the"
          + " environment variable EBB_DESK_DB_PASSWORD."
    },
    subcommands = {
      DeskAddAccountCommand.class,
      DeskSetPasswordCommand.class,
      DeskDisableAccountCommand.class,
      DeskAddTokenCommand.class,
      DeskRemoveTokenCommand.class,
      DeskTokensCommand.class,
      DeskAddWebhookCommand.class,
      DeskBenchCommand.class
    },
    synopsisSubcommandLabel = "[COMMAND [OPTION]...]")
final class DeskCommand implements Callable<Integer> {
  /** Who does what these commands do, for the audit log. */
  static final String ACTOR = "command line";

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "The settings, see config/ebb.yaml. Needed, but by bench.")
  private Path config;

  /** The settings; wrong usage if none are given. */
  Settings settings() {
    if (config == null) {
      throw new ParameterException(spec.commandLine(), "no --config given");
    }
    return SettingsFile.load(config);
  }

  /** Opens the desk's database. */
  Database database() throws IOException {
    Settings settings = settings();
    return Desk.database(settings.desk(), DeskPasswords.ofDatabase(settings.desk()));
  }

  /** Does something to the accounts of who works at the desk. */
  <T> T withAccounts(Function<Accounts, T> work) throws IOException {
    try (Database database = database()) {
      return work.apply(new Accounts(database, Clocks.system(), Passwords.STRONG));
    }
  }

  /** Does something to the tokens of the desk's interface. */
  <T> T withTokens(Function<Tokens, T> work) throws IOException {
    try (Database database = database()) {
      return work.apply(new Tokens(database, Clocks.system()));
    }
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = settings();
    Desk.Outfit outfit =
        new Desk.Outfit(
            Bindings.of(settings, Feed.CUSTOMERS),
            DeskPasswords.ofDatabase(settings.desk()),
            Clocks.system(),
            Passwords.STRONG,
            null,
            DeskPasswords.ofProvider(settings.desk()));
    try (StopSignal stop = new StopSignal();
        Desk desk = Desk.start(settings, outfit)) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Retention desk: " + desk.address());
      out.flush();
      stop.await();
    }
    return 0;
  }
}
