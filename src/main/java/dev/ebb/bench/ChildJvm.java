package dev.ebb.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A fresh JVM with this one's class path; it ends when this one does, as its input ends then. */
final class ChildJvm implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedReader output;

  private ChildJvm(String name, Process process) {
    this.name = name;
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts it.
   *
   * @param first libraries before all others on the class path; may be empty
   */
  static ChildJvm start(
      Class<?> main, List<Path> first, List<String> options, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(options);
    command.add("-cp");
    List<String> classPath = new ArrayList<>(first.stream().map(Path::toString).toList());
    classPath.add(System.getProperty("java.class.path"));
    command.add(String.join(File.pathSeparator, classPath));
    command.add(main.getName());
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new ChildJvm(main.getSimpleName(), process);
  }

  /** In the child: ends it when its parent is gone. */
  static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // Nobody writes; the end of the input is what matters.
                }
              } catch (IOException e) {
                // Gone as well.
              }
              Runtime.getRuntime().halt(1);
            },
            "parent");
    watch.setDaemon(true);
    watch.start();
  }

  /** The next line that it prints; null at its end. */
  String readLine() throws IOException {
    return output.readLine();
  }

  /** Waits for a good end. */
  void await() throws InterruptedException {
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IllegalStateException("process of " + name + " ended with exit code " + exit);
    }
  }

  /** Ends it now. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
