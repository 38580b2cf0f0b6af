package dev.ebb.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ebb desk remove-token}: lets a program in no longer. */
@Command(
    name = "remove-token",
    description = "Takes a token of the desk's interface back. It is refused from then on.")
final class DeskRemoveTokenCommand implements Callable<Integer> {

  @ParentCommand private DeskCommand desk;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Whose token it is.")
  private String name;

  @Override
  public Integer call() throws Exception {
    if (!desk.withTokens(tokens -> tokens.remove(name, DeskCommand.ACTOR))) {
      throw new IllegalArgumentException("there is no token " + name);
    }
    return 0;
  }
}
