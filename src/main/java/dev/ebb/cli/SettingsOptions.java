package dev.ebb.cli;

import dev.ebb.config.Settings;
import java.nio.file.Path;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Settings of which rules, playbooks and zone can be others. */
final class SettingsOptions {

  @Mixin private SettingsFileOption file;

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
    Settings settings = file.settings();
    settings = rules == null ? settings : settings.withRules(rules);
    settings = playbooks == null ? settings : settings.withPlaybooks(playbooks);
    return zone == null ? settings : settings.withZone(zone);
  }
}
