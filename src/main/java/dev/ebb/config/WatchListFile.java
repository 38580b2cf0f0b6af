package dev.ebb.config;

import dev.ebb.event.PhoneNumber;
import dev.ebb.ledger.WatchList;
import dev.ebb.ledger.WatchListSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A list of watched numbers: one entry a line, digits perhaps behind a plus, or a prefix before a
 * star. What follows a hash sign is a comment.
 */
public final class WatchListFile {

  private static final String EXAMPLE = "/ebb/config/watch-lists/example.txt";
  private static final String ENTRY = "\\+?\\d{1,%d}\\*?".formatted(PhoneNumber.LONGEST);

  private WatchListFile() {}

  /**
   * The list.
   *
   * @throws InvalidConfiguration if the file cannot be read, is not the one meant or has bad lines,
   *     naming each
   */
  public static WatchList load(WatchListSource source) {
    Problems problems = new Problems();
    List<String> entries = read(source, problems);
    problems.throwIfAny();
    return WatchList.of(entries);
  }

  static List<String> read(WatchListSource source, Problems problems) {
    String name = source.file() == null ? "example.txt" : source.file();
    List<String> entries = new ArrayList<>();
    byte[] content;
    try {
      content = source.file() == null ? example() : Files.readAllBytes(Path.of(source.file()));
    } catch (IOException e) {
      problems.add(name, 1, "", "the watch list " + source.name() + " cannot be read");
      return entries;
    }
    String digest = digest(content);
    if (source.sha256() != null && !source.sha256().equals(digest)) {
      String other = "the watch list %s, version %d, must have the SHA-256 %s but has %s";
      problems.add(
          name, 1, "", other.formatted(source.name(), source.version(), source.sha256(), digest));
      return entries;
    }
    String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String entry = lines[i].replaceFirst("#.*", "").strip();
      if (entry.matches(ENTRY)) {
        entries.add(entry);
      } else if (!entry.isEmpty()) {
        String form = "entry must be 1 to %d digits, perhaps behind a + or before a *, but was %s";
        problems.add(name, i + 1, "", form.formatted(PhoneNumber.LONGEST, entry));
      }
    }
    return entries;
  }

  private static byte[] example() throws IOException {
    try (InputStream in = WatchListFile.class.getResourceAsStream(EXAMPLE)) {
      return in.readAllBytes();
    }
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
