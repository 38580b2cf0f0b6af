package dev.ebb.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ebb desk} in a process of its own, so that its memory and time can be told from everybody
 * else's, and so that it can be killed.
 */
public final class DeskProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("Retention desk: (http\\S+)");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 100;

  private final Process process;
  private final Path log;
  private final int said;

  private DeskProcess(Process process, Path log, int said) {
    this.process = process;
    this.log = log;
    this.said = said;
  }

  /**
   * Starts one on an empty password for PostgreSQL.
   *
   * @param settings the file of its settings; beside it its log goes on, {@code desk.log}
   * @param options of its JVM
   */
  public static DeskProcess start(Path settings, List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.ebb.cli.Ebb"));
    command.addAll(List.of("desk", "--config", settings.toString()));
    Path log = settings.resolveSibling("desk.log");
    int said = Files.exists(log) ? Files.readString(log).length() : 0;
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("EBB_DESK_DB_PASSWORD", "");
    return new DeskProcess(builder.start(), log, said);
  }

  /** Where it is, once it says so. */
  public URI awaitAddress() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      Matcher address = ADDRESS.matcher(saidByNow());
      if (address.find()) {
        return URI.create(address.group(1));
      }
      if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new IllegalStateException("the desk did not start: " + saidByNow());
  }

  private String saidByNow() throws IOException {
    return Files.readString(log).substring(said);
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Time of all processors that it has used so far. */
  Duration busy() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** As the machine would end it: nothing is closed in order. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the desk did not die");
    }
  }
}
