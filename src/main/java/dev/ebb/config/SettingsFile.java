package dev.ebb.config;

import dev.ebb.event.Feed;
import dev.ebb.ledger.BundleSettings;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.ledger.WatchListSource;
import dev.ebb.retention.AlertBudget;
import dev.ebb.retention.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Loads the settings from a file such as {@code config/ebb.yaml}. */
public final class SettingsFile {

  private SettingsFile() {}

  /**
   * The settings, with variables of this process's environment.
   *
   * @throws InvalidConfiguration with every problem of the file, or else of the watch list that it
   *     names
   */
  public static Settings load(Path file) {
    Problems problems = new Problems();
    Settings settings = read(Yaml.read(file, problems), folderOf(file), System.getenv());
    problems.throwIfAny();
    WatchListFile.load(settings.ledger().watchList());
    return settings;
  }

  /** The settings, or null if the section's problems say that there is anything wrong. */
  static Settings read(Section file, Path folder, Map<String, String> variables) {
    ZoneId zone = zone(file);
    Currency currency = currency(file);
    TimeSettings time = TimeSettings.read(file.section("time"));
    LedgerSettings ledger = ledger(file.section("ledger"), zone, folder);
    int minCustomers =
        file.section("index")
            .integer(
                "min-customers",
                Settings.DEFAULT_INDEX_MIN_CUSTOMERS,
                1,
                Settings.MAX_INDEX_MIN_CUSTOMERS);
    WatchSettings watch = WatchSections.read(file, zone, currency);
    int perDay =
        file.section("budget")
            .integer("per-day", Settings.DEFAULT_ALERTS_PER_DAY, 0, Integer.MAX_VALUE);
    KafkaSettings kafka = KafkaSettings.read(file.section("kafka"), new Environment(variables));
    Map<Feed, FeedSettings> feeds = feeds(file.section("feeds"), folder);
    TopicSettings topics = TopicSettings.read(file.section("topics"));
    Path rules = file.scalar("rules", null, folder::resolve, "must be a folder");
    Path playbooks = file.scalar("playbooks", null, folder::resolve, "must be a folder");
    RuntimeSettings runtime = RuntimeSettings.read(file.section("runtime"));
    DeskSettings desk = DeskSettings.read(file.section("desk"), folder);
    file.refuseUnknownKeys();
    return file.build(
        () ->
            new Settings(
                zone,
                currency,
                time,
                ledger,
                minCustomers,
                watch,
                AlertBudget.of(perDay),
                kafka,
                feeds,
                topics,
                rules,
                playbooks,
                runtime,
                desk));
  }

  private static ZoneId zone(Section file) {
    return file.scalar(
        "zone", Settings.DEFAULT_ZONE, Scalars::zone, "must be a time zone such as Asia/Shanghai");
  }

  private static Currency currency(Section file) {
    return file.scalar(
        "currency",
        Settings.DEFAULT_CURRENCY,
        Scalars::currency,
        "must be an ISO 4217 currency such as CNY");
  }

  private static LedgerSettings ledger(Section section, ZoneId zone, Path folder) {
    LedgerSettings defaults = LedgerSettings.defaults(zone);
    Duration longest = Duration.ofHours(20);
    Duration grace = section.duration("close-grace", defaults.closeGrace(), Duration.ZERO, longest);
    Duration spread =
        section.duration("close-spread", defaults.closeSpread(), Duration.ZERO, longest);
    int ring = section.days("ring", defaults.ringDays(), 35, 800);
    Duration dedup =
        section.duration(
            "dedup-window", defaults.dedupWindow(), Duration.ofHours(1), Duration.ofDays(7));
    int endOfLife = section.days("end-of-life", defaults.endOfLifeDays(), 92, 4000);
    WatchListSource watchList = watchList(section.section("watch-list"), folder);
    int returnAfter = section.days("return-after", defaults.returnAfterDays(), 1, 91);
    BundleSettings bundle = bundle(section.section("bundle"));
    return section.build(
        () ->
            new LedgerSettings(
                zone, grace, spread, ring, dedup, endOfLife, returnAfter, watchList, bundle));
  }

  private static BundleSettings bundle(Section section) {
    BundleSettings shipped = BundleSettings.DEFAULT;
    int held = section.integer("held", shipped.held(), 0, BundleSettings.MOST_HELD);
    int unwritten =
        section.integer("unwritten", shipped.unwritten(), 0, BundleSettings.MOST_UNWRITTEN);
    return section.build(() -> new BundleSettings(held, unwritten));
  }

  private static WatchListSource watchList(Section section, Path folder) {
    WatchListSource example = WatchListSource.EXAMPLE;
    if (section.has("file")) {
      section.require("name", "version", "sha256");
    }
    String name = section.text("name", example.name());
    int version = section.integer("version", example.version(), 1, Integer.MAX_VALUE);
    Path file = section.scalar("file", null, folder::resolve, "must be a file");
    String sha256 = section.text("sha256", null);
    String path = file == null ? null : file.toString();
    return section.build(
        () -> new WatchListSource(name, version, path, file == null ? null : sha256));
  }

  private static Map<Feed, FeedSettings> feeds(Section section, Path folder) {
    Map<Feed, FeedSettings> feeds = new EnumMap<>(Feed.class);
    for (Feed feed : Feed.values()) {
      FeedSettings settings = FeedSettings.read(section.section(feed.label()), feed, folder);
      if (settings != null) {
        feeds.put(feed, settings);
      }
    }
    return feeds;
  }

  private static Path folderOf(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
  }
}
