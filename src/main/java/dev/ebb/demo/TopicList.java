package dev.ebb.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Ebb's topics with their settings, as in {@code jobs/early-warning/topics.txt}: the same list that
 * a real Kafka is set up from.
 */
public final class TopicList {

  private static final String RESOURCE = "/ebb/topics.txt";

  private TopicList() {}

  /** All topics for a single broker, none with more than so many partitions. */
  public static List<NewTopic> withAtMost(int partitions) {
    return lines()
        .map(line -> line.split("\\s+"))
        .map(
            words ->
                new NewTopic(words[0], Math.min(partitions, Integer.parseInt(words[1])), (short) 1)
                    .configs(
                        Stream.of(words)
                            .skip(2)
                            .map(setting -> setting.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]))))
        .toList();
  }

  private static Stream<String> lines() {
    try (InputStream in = TopicList.class.getResourceAsStream(RESOURCE);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      List<String> lines =
          reader.lines().map(String::strip).filter(line -> !line.matches("(#.*)?")).toList();
      return lines.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
