package dev.ebb.cli;

import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the settings come from, for commands that can do without a file. */
final class SettingsFileOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings; without it, what config/ebb.yaml says.")
  private Path config;

  Settings settings() {
    return config == null ? Settings.defaults() : SettingsFile.load(config);
  }
}
