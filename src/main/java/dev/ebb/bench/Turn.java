package dev.ebb.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * What a contender's process is told.
 *
 * @param records how many the topic has
 * @param warmUp how many of them are not measured
 * @param lastDayAt when their last day begins, epoch milliseconds
 * @param folder its own, with its settings in {@code ebb.yaml}
 */
record Turn(
    Contender contender,
    long records,
    long warmUp,
    long lastDayAt,
    long limitSeconds,
    Path folder) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PROCESS = Path.of("/proc/self/status");

  Settings settings() {
    return SettingsFile.load(folder.resolve("ebb.yaml"));
  }

  Duration limit() {
    return Duration.ofSeconds(limitSeconds);
  }

  Path result() {
    return folder.resolve("result.json");
  }

  void write(Path file) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(this));
  }

  static Turn read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Turn.class);
  }

  /** Runs the contender in this process. */
  Run run(LongConsumer progress) throws Exception {
    return contender == Contender.KAFKA_STREAMS
        ? new StreamsTurn(this).run(progress)
        : new FlinkTurn(this).run(progress);
  }

  /** The most memory that this process has ever had, 0 where the machine does not tell. */
  static long peakRssMiB() throws IOException {
    if (!Files.isReadable(PROCESS)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(PROCESS)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }

  /** Bytes of all files below a folder. */
  static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
