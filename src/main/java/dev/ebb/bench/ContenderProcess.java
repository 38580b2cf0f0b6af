package dev.ebb.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** A contender in a fresh JVM. */
public final class ContenderProcess {
  private static final String HEAP = "-Xmx2g";

  private ContenderProcess() {}

  /**
   * Runs a turn to its end.
   *
   * @param recording file for a flight recording, or null
   */
  static Run run(Turn turn, Path libraries, Path recording, LongConsumer progress)
      throws IOException, InterruptedException {
    Path told = turn.folder().resolve("turn.json");
    turn.write(told);
    List<String> options = new ArrayList<>(List.of(HEAP));
    if (recording != null) {
      options.add("-Xlog:jfr+startup=off"); // it would be taken for progress
      options.add("-XX:StartFlightRecording=settings=profile,filename=" + recording);
    }
    try (ChildJvm jvm =
        ChildJvm.start(
            ContenderProcess.class,
            jars(turn.contender(), libraries),
            options,
            List.of(told.toString()))) {
      String line;
      while ((line = jvm.readLine()) != null) {
        progress.accept(Long.parseLong(line));
      }
      jvm.await();
    }
    return Run.read(turn.result());
  }

  private static List<Path> jars(Contender contender, Path libraries) throws IOException {
    if (contender.libraries() == null) {
      return List.of();
    }
    Path folder = libraries.resolve(contender.libraries());
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "%s needs the libraries of %s: mvn dependency:copy@bench-peers"
              .formatted(contender.label(), folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** In the contender's process. */
  public static void main(String[] arguments) throws Exception {
    ChildJvm.endWithParent();
    Turn turn = Turn.read(Path.of(arguments[0]));
    try {
      turn.run(System.out::println).write(turn.result());
      System.exit(0);
    } catch (Exception | LinkageError e) {
      System.err.println(turn.contender().label() + " failed: " + root(e));
      System.exit(1);
    }
  }

  private static Throwable root(Throwable failure) {
    return failure.getCause() == null ? failure : root(failure.getCause());
  }
}
