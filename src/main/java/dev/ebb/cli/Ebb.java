package dev.ebb.cli;

import dev.ebb.config.InvalidConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Real-time churn early warning: the command line. */
@Command(
    name = "ebb",
    description = "Notices, customer by customer, when the tide goes out.",
    subcommands = {
      DemoCommand.class,
      JobCommand.class,
      DeskCommand.class,
      SimulateCommand.class,
      BacktestCommand.class,
      RulesCommand.class,
      BenchCommand.class
    },
    versionProvider = Ebb.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = true)
public final class Ebb implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean verbose;

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** All commands, with the error handling they share. */
  static CommandLine commandLine() {
    return handlingErrors(new CommandLine(new Ebb()));
  }

  /** Gives a command the error handling of all. */
  static CommandLine handlingErrors(CommandLine commandLine) {
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(Ebb::wrongUsage);
    commandLine.setExecutionExceptionHandler(Ebb::failed);
    return commandLine;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static int wrongUsage(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("ebb: " + oneLine(wrong.getMessage()));
    command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    Throwable cause = failure;
    for (Throwable next = failure; next != null; next = next.getCause()) {
      cause = next.getMessage() == null ? cause : next;
    }
    String message = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    if (cause instanceof InvalidConfiguration invalid) {
      invalid.problems().forEach(problem -> command.getErr().println("ebb: " + problem));
    } else {
      command.getErr().println("ebb: " + oneLine(Failures.readable(cause, message)));
    }
    Object root = command.getCommandSpec().root().userObject();
    if (root instanceof Ebb ebb && ebb.verbose) {
      failure.printStackTrace(command.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }

  /** The version that was built. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      try (InputStream text = Ebb.class.getResourceAsStream("version.txt")) {
        String version =
            text == null
                ? "unknown"
                : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        return new String[] {"ebb " + version};
      }
    }
  }
}
