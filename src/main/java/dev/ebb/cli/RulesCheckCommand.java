package dev.ebb.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ebb.config.Problem;
import dev.ebb.config.Problems;
import dev.ebb.config.RuleFiles;
import dev.ebb.config.RuleSet;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Currency;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ebb rules check}: prints every problem with file and line, or the rules as a table. */
@Command(
    name = "check",
    description = {
      "Checks the rule files of a folder.",
      "Prints every problem with file and line, and then ends with exit code 1; or else the rules."
    })
final class RulesCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Output output;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder with *.yaml files. Default: the shipped rules.")
  private Path folder;

  @Option(
      names = "--playbooks",
      paramLabel = "DIR",
      description =
          "Folder with the playbooks that the rules go by, checked too. Default: the shipped ones.")
  private Path playbooks;

  @Option(
      names = "--currency",
      defaultValue = "CNY",
      paramLabel = "CODE",
      description = "Currency of amounts, ISO 4217. Default: ${DEFAULT-VALUE}.")
  private Currency currency;

  @Override
  public Integer call() throws JsonProcessingException {
    Problems problems = new Problems();
    RuleSet rules = RuleFiles.of(folder, playbooks, currency, problems);
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(RulesReport.of(rules, problems).json());
    } else if (problems.isEmpty()) {
      out.println(RuleTable.of(rules));
    } else {
      problems.list().stream().map(Problem::toString).forEach(out::println);
    }
    if (!problems.isEmpty()) {
      spec.commandLine().getErr().println("ebb: " + count(problems.count()));
    }
    return problems.isEmpty() ? 0 : 1;
  }

  private static String count(int problems) {
    return problems == 1 ? "1 problem" : problems + " problems";
  }
}
