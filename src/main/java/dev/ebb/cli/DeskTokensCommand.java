package dev.ebb.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ebb.desk.people.Tokens.Issued;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ebb desk tokens}: which programs are let in. */
@Command(
    name = "tokens",
    description = "Lists the tokens of the desk's interface, never the words that they are.")
final class DeskTokensCommand implements Callable<Integer> {
  private static final JsonMapper JSON =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).build();

  @Spec private CommandSpec spec;
  @ParentCommand private DeskCommand desk;
  @Mixin private Output output;

  /** A token as programs read it. */
  private record Shown(
      String name,
      List<String> scopes,
      String createdBy,
      String createdAt,
      String expiresAt,
      String usedAt) {}

  /** All of them. */
  private record All(List<Shown> tokens) {}

  @Override
  public Integer call() throws Exception {
    List<Shown> tokens = desk.withTokens(it -> it.all()).stream().map(this::shown).toList();
    spec.commandLine().getOut().println(output.json() ? json(tokens) : table(tokens));
    return 0;
  }

  private Shown shown(Issued it) {
    return new Shown(
        it.name(),
        it.scopes().stream().sorted().toList(),
        it.createdBy(),
        time(it.createdAt()),
        time(it.expiresAt()),
        time(it.usedAt()));
  }

  private static String json(List<Shown> tokens) throws JsonProcessingException {
    return JSON.writeValueAsString(new All(tokens));
  }

  private static String table(List<Shown> tokens) {
    Stream<List<String>> rows = tokens.stream().map(DeskTokensCommand::row);
    return Columns.of(
        Stream.concat(
                Stream.of(List.of("TOKEN", "SCOPES", "ADDED BY", "ADDED", "EXPIRES", "LAST USED")),
                rows)
            .toList());
  }

  private static List<String> row(Shown it) {
    return List.of(
        it.name(),
        String.join(" ", it.scopes()),
        it.createdBy(),
        it.createdAt(),
        it.expiresAt() == null ? "never" : it.expiresAt(),
        it.usedAt() == null ? "never" : it.usedAt());
  }

  private static String time(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
