package dev.ebb.cli;

import dev.ebb.simulate.Simulation;
import dev.ebb.simulate.SimulationFiles;
import dev.ebb.simulate.SimulationSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ebb simulate}: writes the feeds of a made-up operator and the truth about who left. */
@Command(
    name = "simulate",
    description =
        "Writes the feeds of a made-up operator as JSON lines, truth.csv with the customers who"
            + " leave, and lookalikes.csv with those who only look like it. Equal options, equal"
            + " bytes.")
final class SimulateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SimulationOptions options;
  @Mixin private Output output;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    SimulationSettings settings = settings();
    Simulation simulation = new Simulation(settings);
    try (Progress progress = output.progress("records")) {
      new SimulationFiles(out)
          .write(
              simulation,
              written -> progress.at(written, (simulation.daysMade() - 1.0) / settings.days()));
    }
    SimulationSummary summary = SimulationSummary.of(settings, simulation);
    spec.commandLine().getOut().println(output.json() ? summary.json() : summary.text(out));
    return 0;
  }

  private SimulationSettings settings() {
    try {
      return options.settings();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
