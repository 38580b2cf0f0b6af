package dev.ebb.connect;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import dev.ebb.event.RejectReason;
import dev.ebb.ledger.Days;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * Files sorted by event time, ready to be replayed: one sorted file for each parallel reader, with
 * all records of a customer in the same one. Real exports are grouped by customer; read as they
 * lie, the first customer's end would be everybody's.
 *
 * @param files the sorted files, one a partition
 * @param lines records read, by index of the feed file; headers are none
 * @param lastDay the last epoch day that usage or spend reached, a period record to its period's
 *     end; null if there is none
 */
public record SortedFeeds(List<Path> files, List<Long> lines, Integer lastDay) {
  private static final int MAX_PARALLELISM = 4096;
  private static final int REPORTED_LINES = 50_000;

  public SortedFeeds {
    files = List.copyOf(files);
    lines = List.copyOf(lines);
  }

  /**
   * How files are sorted.
   *
   * @param folder for the sorted files and for spilled runs; must exist
   * @param partitions number of sorted files, 1 to 4,096
   * @param runRecords records held in memory at once, 1 or more
   * @param maxStep records further than this beyond the main body of all are rejected as future, 1
   *     d or more
   */
  public record Settings(
      Path folder, int partitions, int runRecords, Duration maxStep, ZoneId zone) {

    /** Records held in memory at once, about 100 MB. */
    public static final int RUN_RECORDS = 200_000;

    public Settings {
      if (partitions < 1 || partitions > MAX_PARALLELISM) {
        throw new IllegalArgumentException(
            "partitions must be 1 to " + MAX_PARALLELISM + " but was " + partitions);
      }
      if (runRecords < 1) {
        throw new IllegalArgumentException("runRecords must be at least 1 but was " + runRecords);
      }
    }
  }

  /** Learns how far the reading is. */
  @FunctionalInterface
  public interface Progress {
    /** {@code share}: of all bytes, 0 to 1. */
    void read(long lines, double share);
  }

  /** Reads, decodes and sorts the files. */
  public static SortedFeeds sort(List<FeedFile> inputs, Settings settings, Progress progress)
      throws IOException {
    StepGuard guard = new StepGuard(settings.maxStep(), settings.zone());
    Path prefix = settings.folder().resolve("records");
    try (SortRuns<SortEntry> runs = new SortRuns<>(prefix, SortEntry.FORM, settings.runRecords())) {
      List<Long> lines = read(inputs, runs, guard, progress);
      StepGuard.Body body = guard.mainBody();
      List<Path> files = write(runs, body, settings);
      boolean isEmpty = body.reach() == Long.MIN_VALUE;
      Days days = new Days(settings.zone());
      return new SortedFeeds(files, lines, isEmpty ? null : (Integer) days.dayOf(body.reach()));
    }
  }

  /** Deletes the sorted files. */
  public void delete() throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static List<Long> read(
      List<FeedFile> inputs, SortRuns<SortEntry> runs, StepGuard guard, Progress progress)
      throws IOException {
    long bytes = 0;
    for (FeedFile input : inputs) {
      bytes += Files.size(input.path());
    }
    List<Long> counts = new ArrayList<>();
    long all = 0;
    long bytesBefore = 0;
    for (int file = 0; file < inputs.size(); file++) {
      long count = 0;
      long time = Long.MIN_VALUE;
      try (FeedLines lines = new FeedLines(inputs.get(file))) {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
          Decoded decoded = lines.decode(line);
          if (decoded.event() != null) {
            time = decoded.event().at();
            if (drivesTime(decoded.event())) {
              guard.add(decoded.event());
            }
          }
          runs.add(new SortEntry(time, file, lines.number(), decoded));
          count++;
          if (++all % REPORTED_LINES == 0) {
            progress.read(all, (double) (bytesBefore + lines.bytesRead()) / bytes);
          }
        }
      }
      counts.add(count);
      bytesBefore += Files.size(inputs.get(file).path());
    }
    progress.read(all, 1);
    return counts;
  }

  private static List<Path> write(SortRuns<SortEntry> runs, StepGuard.Body body, Settings settings)
      throws IOException {
    try (Partitions partitions = new Partitions(settings)) {
      runs.merge(
          entry -> {
            Event event = entry.decoded().event();
            boolean isBeyond =
                event != null && drivesTime(event) && event.at() >= body.firstBeyond();
            partitions.write(
                isBeyond ? Math.min(entry.time(), body.reach()) : entry.time(),
                isBeyond ? beyond(event, body) : entry.decoded());
          });
      return partitions.files;
    }
  }

  private static Decoded beyond(Event event, StepGuard.Body body) {
    String message =
        "at must follow the other records, which end at "
            + Instant.ofEpochMilli(body.reach())
            + ", without a gap beyond max-watermark-step but was "
            + Instant.ofEpochMilli(event.at());
    return Decoded.of(Rejected.of(event, RejectReason.FUTURE, message));
  }

  private static boolean drivesTime(Event event) {
    return event.kind().feed().drivesTime();
  }

  /** The sorted files while they are written. */
  private static final class Partitions implements Closeable {
    final List<Path> files = new ArrayList<>();
    private final List<SortedFileWriter> writers = new ArrayList<>();

    Partitions(Settings settings) throws IOException {
      for (int i = 0; i < settings.partitions(); i++) {
        files.add(settings.folder().resolve("sorted-" + i));
        writers.add(new SortedFileWriter(files.get(i)));
      }
    }

    /** The same split as Flink's by key, so that most records stay with their reader's task. */
    void write(long time, Decoded decoded) throws IOException {
      int partition =
          decoded.event() == null
              ? 0
              : KeyGroupRangeAssignment.assignKeyToParallelOperator(
                  decoded.event().customerId(), MAX_PARALLELISM, writers.size());
      writers.get(partition).write(time, decoded);
    }

    @Override
    public void close() throws IOException {
      for (SortedFileWriter writer : writers) {
        writer.close();
      }
    }
  }
}
