package dev.ebb.cli;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ebb desk add-token}: lets a program in. */
@Command(
    name = "add-token",
    description = "Adds a token for the desk's interface (/api/v1) and prints it, this once.")
final class DeskAddTokenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @ParentCommand private DeskCommand desk;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Whose token it is, for the audit log.")
  private String name;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      required = true,
      description = "What it allows: cases:read, cases:work, cases:reveal, webhooks. Repeatable.")
  private Set<String> scopes;

  @Option(
      names = "--expires",
      paramLabel = "DURATION",
      description = "Refuse it after so long, such as 90d. Default: never.")
  private String expires;

  @Override
  public Integer call() throws Exception {
    Duration lifetime = expires == null ? null : Durations.of(spec, "--expires", expires);
    String token = desk.withTokens(tokens -> tokens.add(name, scopes, lifetime, DeskCommand.ACTOR));
    spec.commandLine().getOut().println(token);
    return 0;
  }
}
