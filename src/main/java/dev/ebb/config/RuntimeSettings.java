package dev.ebb.config;

import java.time.Duration;

/**
 * How the job runs.
 *
 * @param parallelism 0 to {@code maxParallelism}; 0: as the cluster says
 * @param maxParallelism 1 to 32,768; state is cut by it, so it can never change
 * @param checkpointInterval 1 s to 1 h
 * @param checkpointDir a URI that all machines reach, or null: as the cluster says
 * @param incremental whether a checkpoint holds only what changed
 */
public record RuntimeSettings(
    int parallelism,
    int maxParallelism,
    Duration checkpointInterval,
    String checkpointDir,
    boolean incremental) {

  private static final int HIGHEST = 32_768;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** The shipped values. */
  public static final RuntimeSettings DEFAULT =
      new RuntimeSettings(0, 4096, Duration.ofSeconds(10), null, true);

  public RuntimeSettings {
    Checks.range("max-parallelism", maxParallelism, 1, HIGHEST);
    Checks.range("parallelism", parallelism, 0, maxParallelism);
    Checks.range("checkpoint-interval", checkpointInterval, SHORTEST, LONGEST);
  }

  static RuntimeSettings read(Section section) {
    int max = section.integer("max-parallelism", DEFAULT.maxParallelism, 1, HIGHEST);
    int parallelism = section.integer("parallelism", DEFAULT.parallelism, 0, max);
    Duration interval =
        section.duration("checkpoint-interval", DEFAULT.checkpointInterval, SHORTEST, LONGEST);
    String dir = section.text("checkpoint-dir", DEFAULT.checkpointDir);
    boolean incremental = section.flag("incremental", DEFAULT.incremental);
    return section.build(() -> new RuntimeSettings(parallelism, max, interval, dir, incremental));
  }
}
