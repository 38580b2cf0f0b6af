package dev.ebb.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The YAML files that are shipped with these classes, whether in a jar or in a folder. */
final class BundledFiles {
  private BundledFiles() {}

  /** The texts of a folder's {@code *.yaml} files, by name. */
  static Map<String, String> read(String folder) {
    try {
      Path home =
          Path.of(BundledFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        return textsIn(home.resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return textsIn(jar.getPath(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> textsIn(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
