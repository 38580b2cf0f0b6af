package dev.ebb.cluster;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files that the job is launched with. */
final class LaunchSettings {

  static final Path FOLDER = Path.of("jobs", "early-warning");

  private LaunchSettings() {}

  /** The settings of the Flink cluster. */
  static Map<String, Object> flink() throws IOException {
    return read("config.yaml");
  }

  /** Any of the YAML files. */
  static Map<String, Object> read(String file) throws IOException {
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
      @SuppressWarnings("unchecked")
      Map<String, Object> content =
          (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromReader(reader);
      return content;
    }
  }
}
