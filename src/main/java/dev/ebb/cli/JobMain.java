package dev.ebb.cli;

import picocli.CommandLine;

/** The entry point of {@code target/ebb-job.jar}: {@code flink run ebb-job.jar --config FILE}. */
public final class JobMain {
  private JobMain() {}

  /** Submits the job; wrong settings are told in one line and fail the submission. */
  public static void main(String[] args) {
    int exit = Ebb.handlingErrors(new CommandLine(new JobCommand(false))).execute(args);
    if (exit != CommandLine.ExitCode.OK) {
      throw new IllegalStateException("the job was not submitted, exit code " + exit);
    }
  }
}
