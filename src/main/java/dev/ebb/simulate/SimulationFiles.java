package dev.ebb.simulate;

import dev.ebb.event.Feed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Writes a simulation into a folder: one file of JSON lines per feed, {@code truth.csv} with those
 * who leave, {@code lookalikes.csv} with those who only look like it and {@code joiners.csv} with
 * those who join again.
 */
public final class SimulationFiles {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;

  public SimulationFiles(Path folder) {
    this.folder = folder;
  }

  /** The file of a feed. */
  public Path of(Feed feed) {
    return folder.resolve(feed.label() + ".jsonl");
  }

  /** Who leaves: {@code customerId,leftAt,cause}. */
  public Path truth() {
    return folder.resolve("truth.csv");
  }

  /** Who only looks like it: {@code customerId,kind}. */
  public Path lookAlikes() {
    return folder.resolve("lookalikes.csv");
  }

  /** Who joins again, and under which number before: {@code customerId,formerId}. */
  public Path joiners() {
    return folder.resolve("joiners.csv");
  }

  /**
   * Writes everything, replacing files of an earlier run.
   *
   * @param progress is told how many records are written, after each
   */
  public void write(Simulation simulation, LongConsumer progress) throws IOException {
    Files.createDirectories(folder);
    writeTruth(simulation.population());
    Map<Feed, OutputStream> files = new EnumMap<>(Feed.class);
    try {
      for (Feed feed : Simulation.FEEDS) {
        files.put(feed, new BufferedOutputStream(Files.newOutputStream(of(feed)), BUFFER_BYTES));
      }
      long written = 0;
      while (simulation.hasNext()) {
        FeedRecord next = simulation.next();
        OutputStream file = files.get(next.feed());
        file.write(next.value());
        file.write('\n');
        progress.accept(++written);
      }
    } finally {
      closeAll(files.values());
    }
  }

  private void writeTruth(Population population) throws IOException {
    List<String> truth = new ArrayList<>(List.of("customerId,leftAt,cause"));
    population
        .leavers()
        .forEach(it -> truth.add(it.customerId() + "," + it.leftAt() + "," + it.cause().label()));
    Files.write(truth(), truth);
    List<String> others = new ArrayList<>(List.of("customerId,kind"));
    population.lookAlikes().forEach(it -> others.add(it.customerId() + "," + it.kind().label()));
    Files.write(lookAlikes(), others);
    List<String> again = new ArrayList<>(List.of("customerId,formerId"));
    population.joiners().forEach(it -> again.add(it.customerId() + "," + it.formerId()));
    Files.write(joiners(), again);
  }

  private static void closeAll(Iterable<OutputStream> files) throws IOException {
    IOException failure = null;
    for (OutputStream file : files) {
      try {
        file.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
