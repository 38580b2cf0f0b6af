package dev.ebb.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.DecoderSettings;
import dev.ebb.codec.FeedBinding;
import dev.ebb.event.Event;
import dev.ebb.event.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SortedFeedsProperties {
  private static final long BASE = 1795255200000L;
  private static Path folder;

  @BeforeContainer
  static void createFolder() throws IOException {
    folder = Files.createTempDirectory("sorted-feeds");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Property(tries = 200, seed = "1")
  void shouldEqualASortInMemory(
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 20) Long> first,
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 20) Long> second,
      @ForAll @IntRange(min = 1, max = 7) int runRecords,
      @ForAll @IntRange(min = 1, max = 3) int partitions)
      throws IOException {
    List<FeedFile> inputs = List.of(input(0, first), input(1, second));

    SortedFeeds sorted = SortedFeeds.sort(inputs, settings(partitions, runRecords), (l, s) -> {});

    assertThat(sorted.lines()).containsExactly((long) first.size(), (long) second.size());
    List<Event> all = new ArrayList<>();
    for (Path file : sorted.files()) {
      List<Event> events = events(file);
      assertThat(events).isSortedAccordingTo(Comparator.comparingLong(Event::at));
      all.addAll(events);
    }
    List<String> expected = new ArrayList<>();
    expected.addAll(ids(0, first));
    expected.addAll(ids(1, second));
    expected.sort(Comparator.comparingLong(id -> Long.parseLong(id.split(" ")[0])));
    for (String customer : List.of("c0", "c1", "c2")) {
      assertThat(all.stream().filter(e -> e.customerId().equals(customer)).map(this::id))
          .containsExactlyElementsOf(
              expected.stream().filter(id -> id.endsWith(customer)).toList());
    }
    assertThat(all).hasSize(expected.size());
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("run-"));
    }
  }

  private String id(Event event) {
    return event.at()
        - BASE
        + " "
        + event.origin()
        + " "
        + event.amount()
        + " "
        + event.customerId();
  }

  private static List<String> ids(int origin, List<Long> times) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      ids.add(times.get(i) + " " + origin + " " + i + " c" + i % 3);
    }
    return ids;
  }

  private static FeedFile input(int origin, List<Long> times) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < times.size(); i++) {
      lines.append(
          """
          {"id":"%d","customerId":"c%d","at":%d,"kind":"data","amount":%d}
          """
              .formatted(i, i % 3, BASE + times.get(i), i));
    }
    Path file = Files.writeString(folder.resolve("usage-" + origin), lines);
    return new FeedFile(
        new FeedBinding(
            origin, "usage", Feed.USAGE, null, DecoderSettings.defaults(ZoneOffset.UTC)),
        file);
  }

  private static SortedFeeds.Settings settings(int partitions, int runRecords) {
    return new SortedFeeds.Settings(
        folder, partitions, runRecords, Duration.ofDays(31), ZoneOffset.UTC);
  }

  private static List<Event> events(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    try (SortedFileReader in = new SortedFileReader(file)) {
      while (in.hasNext()) {
        Decoded decoded = in.next();
        events.add(decoded.event());
      }
    }
    return events;
  }
}
