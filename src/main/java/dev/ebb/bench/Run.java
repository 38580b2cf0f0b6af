package dev.ebb.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One turn of one contender.
 *
 * @param contender its label
 * @param seen records that it has seen in all
 * @param records of these between first and last look
 * @param seconds between these
 * @param cpuSeconds of all threads of its process in that time
 * @param complete whether it came to the topic's end within the limit
 * @param stateBytes of a savepoint in Flink's canonical form at the end, for Kafka Streams of the
 *     stores' files; 0 if it keeps nothing or did not come to the end
 * @param peakRssMiB the most memory the process ever had, 0 where the machine does not tell
 * @param checkpoints completed ones
 * @param counts what it counted itself, by name
 */
public record Run(
    String contender,
    long seen,
    long records,
    double seconds,
    double cpuSeconds,
    boolean complete,
    long stateBytes,
    long peakRssMiB,
    Checkpoints checkpoints,
    Map<String, Long> counts) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Checkpoints of one run.
   *
   * @param completed how many
   * @param medianMillis from the trigger to the last acknowledgement
   * @param maxMillis the same of the longest
   * @param lastBytes what the last one wrote or still refers to
   */
  public record Checkpoints(long completed, long medianMillis, long maxMillis, long lastBytes) {
    /** None. */
    static final Checkpoints NONE = new Checkpoints(0, 0, 0, 0);
  }

  /** As this process has just measured it. */
  static Run of(
      Contender contender,
      Stopwatch.Span span,
      long stateBytes,
      Checkpoints checkpoints,
      Map<String, Long> counts)
      throws IOException {
    return new Run(
        contender.label(),
        span.seen(),
        span.records(),
        span.seconds(),
        span.cpuSeconds(),
        span.complete(),
        stateBytes,
        Turn.peakRssMiB(),
        checkpoints,
        counts);
  }

  /** Its rate. */
  public double recordsPerSecond() {
    return records / seconds;
  }

  /** What a record costs in time of all cores. */
  public double cpuMicrosPerRecord() {
    return cpuSeconds * 1e6 / records;
  }

  void write(Path file) throws IOException {
    Files.write(file, JSON.writeValueAsBytes(this));
  }

  static Run read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Run.class);
  }
}
