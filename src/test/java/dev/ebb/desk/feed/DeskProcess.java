package dev.ebb.desk.feed;

import dev.ebb.cli.Ebb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code ebb desk} in a process of its own, which can be killed. */
final class DeskProcess implements AutoCloseable {
  private final Process process;

  private DeskProcess(Process process) {
    this.process = process;
  }

  static DeskProcess start(Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Ebb.class.getName()));
    command.addAll(List.of("desk", "--config", folder.resolve("desk.yaml").toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("desk.log").toFile()));
    builder.environment().put("EBB_DESK_DB_PASSWORD", "");
    return new DeskProcess(builder.start());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** As the machine would: nothing is closed in order. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the desk did not die");
    }
  }
}
