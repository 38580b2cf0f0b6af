package dev.ebb.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesSinkTest {
  private static final List<String> CAME = List.of("b 1", "c 1", "a 2", "b 0", "a 1");

  @TempDir private Path folder;

  @Test
  void shouldWriteLinesByPlaceAndThenAsTheyCame() throws Exception {
    Path file = folder.resolve("lines.txt");
    LinesSink<String> sink =
        new LinesSink<>(file, "header", line -> line.substring(0, 1), line -> line);
    try (SinkWriter<String> writer = sink.createWriter(null)) {
      for (String line : CAME) {
        writer.write(line, null);
      }
      writer.flush(true);
    }

    assertThat(Files.readAllLines(file))
        .containsExactly("header", "a 2", "a 1", "b 1", "b 0", "c 1");
  }

  @Test
  void shouldWriteTheSameWhenMemoryHoldsButTwoLines() throws Exception {
    Path file = folder.resolve("lines.txt");
    List<String> written = new ArrayList<>();
    try (SortRuns<PlacedLine> runs = new SortRuns<>(file, PlacedLine.FORM, 2 * 128)) {
      for (int i = 0; i < CAME.size(); i++) {
        runs.add(new PlacedLine(CAME.get(i).substring(0, 1), i, CAME.get(i) + " 优惠"));
      }
      assertThat(files()).hasSize(2);
      runs.merge(line -> written.add(line.text()));
    }

    assertThat(written).containsExactly("a 2 优惠", "a 1 优惠", "b 1 优惠", "b 0 优惠", "c 1 优惠");
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
