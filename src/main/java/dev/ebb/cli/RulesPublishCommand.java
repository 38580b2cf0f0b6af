package dev.ebb.cli;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.config.Problem;
import dev.ebb.config.Problems;
import dev.ebb.config.RuleFiles;
import dev.ebb.config.Settings;
import dev.ebb.launch.RulePublisher;
import dev.ebb.signal.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ebb rules publish}: changes the rules of a running job. */
@Command(
    name = "publish",
    description = {
      "Publishes rules to a running job, or takes published ones back.",
      "All files are checked first; with a problem in any of them nothing is published."
    })
final class RulesPublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Rules as in config/rules.")
  private List<Path> files = List.of();

  @Option(
      names = "--remove",
      paramLabel = "ID",
      description = "Takes this rule back: the bundled one holds again. Repeatable.")
  private List<String> removed = List.of();

  @Mixin private SettingsFileOption file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (files.isEmpty() && removed.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no FILE and no --remove given");
    }
    Settings settings = file.settings();
    Problems problems = new Problems();
    Map<String, String> texts = read(settings, problems);
    if (!problems.isEmpty()) {
      problems.list().stream().map(Problem::toString).forEach(spec.commandLine().getErr()::println);
      return 1;
    }
    removed.forEach(id -> texts.put(id, null));
    PrintWriter out = spec.commandLine().getOut();
    try (RulePublisher publisher = new RulePublisher(settings)) {
      for (Map.Entry<String, String> rule : texts.entrySet()) {
        publisher.publish(rule.getKey(), rule.getValue());
        String done = rule.getValue() == null ? "taken back from " : "published to ";
        out.println(rule.getKey() + " " + done + publisher.topic());
      }
    }
    return 0;
  }

  private Map<String, String> read(Settings settings, Problems problems) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> playbooks = PlaybookFiles.of(settings.playbooks(), settings.currency()).ids();
    for (Path file : files) {
      try {
        String text = Files.readString(file);
        Problems own = new Problems();
        Rule rule = RuleFiles.parse(file.toString(), text, settings.currency(), playbooks, own);
        own.list().forEach(problems::add);
        if (rule != null) {
          texts.put(rule.id(), text);
        }
      } catch (NoSuchFileException e) {
        problems.add(new Problem(file.toString(), 1, "", "there is no such file"));
      }
    }
    return texts;
  }
}
