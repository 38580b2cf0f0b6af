package dev.ebb.launch;

import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.Mapping;
import dev.ebb.config.MappingFile;
import dev.ebb.config.Problems;
import dev.ebb.config.Settings;
import dev.ebb.connect.FeedFile;
import dev.ebb.event.Feed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A feed named on the command line: {@code KIND=FILE} or {@code KIND=FILE@MAPPING}.
 *
 * @param mapping file that says how to read it, or null for canonical JSON lines
 */
public record FeedOption(Feed feed, Path file, Path mapping) {

  /**
   * Reads the option.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static FeedOption parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "--feed must be KIND=FILE or KIND=FILE@MAPPING but was " + text);
    }
    String kind = text.substring(0, equals);
    Feed feed =
        Arrays.stream(Feed.values())
            .filter(known -> known.label().equals(kind))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--feed must be of a kind among %s but was %s".formatted(kinds(), kind)));
    int at = text.lastIndexOf('@');
    String file = text.substring(equals + 1, at > equals ? at : text.length());
    return new FeedOption(
        feed,
        existing("feed file", Path.of(file)),
        at > equals ? existing("mapping file", Path.of(text.substring(at + 1))) : null);
  }

  /** The files with the way they are read, and all problems of their mappings at once. */
  public static List<FeedFile> files(List<FeedOption> options, Settings settings) {
    Problems problems = new Problems();
    List<FeedFile> files = new ArrayList<>();
    for (FeedOption option : options) {
      Mapping mapping = option.mapping == null ? null : MappingFile.read(option.mapping, problems);
      if (problems.isEmpty()) {
        files.add(
            new FeedFile(
                new FeedBinding(
                    files.size(),
                    option.name(files.size()),
                    option.feed,
                    mapping,
                    Bindings.decoding(settings)),
                option.file));
      }
    }
    problems.throwIfAny();
    return files;
  }

  /** Two mappings may read one file: the number tells their names apart. */
  private String name(int number) {
    return number + ":" + feed.label() + ":" + file.getFileName();
  }

  private static Path existing(String what, Path path) {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new IllegalArgumentException(what + " must be a readable file but was " + path);
    }
    return path;
  }

  private static String kinds() {
    return Arrays.stream(Feed.values()).map(Feed::label).collect(Collectors.joining(", "));
  }
}
