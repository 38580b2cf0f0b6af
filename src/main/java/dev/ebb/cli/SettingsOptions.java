package dev.ebb.cli;

import dev.ebb.config.Settings;
import dev.ebb.config.SettingsFile;
import java.nio.file.Path;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** Where the settings come from, for commands that can do without a file. */
final class SettingsOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The settings; without it, what config/ebb.yaml says.")
  private Path config;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "The rules; without it, those of the settings.")
  private Path rules;

  @Option(
      names = "--playbooks",
      paramLabel = "DIR",
      description = "The playbooks; without it, those of the settings.")
  private Path playbooks;

  @Option(
      names = "--zone",
      description = "The operator's time zone; without it, that of the settings.")
  private ZoneId zone;

  Settings settings() {
    Settings settings = config == null ? Settings.defaults() : SettingsFile.load(config);
    settings = rules == null ? settings : settings.withRules(rules);
    settings = playbooks == null ? settings : settings.withPlaybooks(playbooks);
    return zone == null ? settings : settings.withZone(zone);
  }
}
