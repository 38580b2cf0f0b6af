package dev.ebb.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lets the contenders read one topic to its end, in turns, each in a fresh JVM. */
public final class Bench {
  /** Partitions, slots and threads of each contender. */
  static final int PARALLELISM = 2;

  private final BenchSettings settings;
  private final Path libraries;
  private final Watcher watcher;

  /** Who looks on. */
  public interface Watcher {
    /** So many records are in the topic. */
    void loaded(long records, long of);

    /** A contender has seen so many records. */
    void at(int round, Contender contender, long records, long of);

    /** A contender has come to its end. */
    void ended(int round, Contender contender, Run run);
  }

  /**
   * @param libraries folder of what single contenders need besides, each in a folder of its name
   */
  public Bench(BenchSettings settings, Path libraries, Watcher watcher) {
    this.settings = settings;
    this.libraries = libraries;
    this.watcher = watcher;
  }

  /** Runs all rounds. */
  public BenchReport run() throws IOException, InterruptedException {
    try (Arena arena =
        Arena.open(settings, libraries, records -> watcher.loaded(records, settings.events()))) {
      List<BenchReport.Round> rounds = new ArrayList<>();
      for (int round = 1; round <= settings.rounds(); round++) {
        rounds.add(round(round, arena));
      }
      return new BenchReport(settings, Machine.here(), rounds);
    }
  }

  private BenchReport.Round round(int round, Arena arena) throws IOException, InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    List<Run> runs = new ArrayList<>();
    for (Contender contender : settings.contenders()) {
      Run run =
          arena.turn(
              contender,
              round,
              records -> watcher.at(round, contender, records, settings.events()));
      watcher.ended(round, contender, run);
      runs.add(run);
    }
    return new BenchReport.Round(load, runs);
  }
}
