package dev.ebb.config;

import dev.ebb.retention.CaseTerms;
import dev.ebb.retention.ContactPolicy;
import dev.ebb.retention.LegalStop;
import dev.ebb.retention.LegalStop.Trigger;
import dev.ebb.retention.WatchSettings;
import dev.ebb.risk.Bands;
import dev.ebb.risk.StageRule;
import dev.ebb.risk.Valuation;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** The sections {@code watch}, {@code value}, {@code stages} and {@code policy} of the settings. */
final class WatchSections {

  private WatchSections() {}

  static WatchSettings read(Section file, ZoneId zone, Currency currency) {
    WatchSettings defaults = WatchSettings.defaults(zone);
    Section watch = file.section("watch");
    double offBelow = watch.number("off-below", defaults.offBelow(), 0.01, 0.5);
    Duration expireAfter =
        watch.duration(
            "expire-after", defaults.expireAfter(), Duration.ofHours(1), Duration.ofDays(90));
    boolean shadow = watch.flag("shadow", defaults.shadow());
    Bands bands = bands(watch.section("bands"));
    Valuation valuation = ValueSections.read(file, currency);
    StageRule stages = stages(file.section("stages"));
    LegalStop legalStop = legalStop(file.section("policy"));
    CaseTerms terms = terms(file.section("case"));
    ContactPolicy policy = PolicySection.read(file.section("policy"), currency);
    return watch.build(
        () ->
            new WatchSettings(
                zone,
                offBelow,
                expireAfter,
                shadow,
                bands,
                valuation,
                stages,
                legalStop,
                terms,
                policy));
  }

  private static Bands bands(Section section) {
    double elevated = section.number("elevated", Bands.DEFAULT.elevated(), 0.01, 1);
    double high = section.number("high", Bands.DEFAULT.high(), 0.01, 1);
    double severe = section.number("severe", Bands.DEFAULT.severe(), 0.01, 1);
    return section.build(() -> new Bands(elevated, high, severe));
  }

  /**
   * The legal stop of the chosen jurisdiction; the operator may add jurisdictions or change them.
   */
  private static LegalStop legalStop(Section policy) {
    Map<String, LegalStop> stops = new TreeMap<>(LegalStop.SHIPPED);
    Section written = policy.section("legal-stops");
    for (String name : written.keys()) {
      stops.put(name, legalStop(written.section(name), stops.get(name)));
    }
    return policy.word("jurisdiction", stops.get(LegalStop.DEFAULT_JURISDICTION), stops);
  }

  private static LegalStop legalStop(Section section, LegalStop shipped) {
    if (shipped == null) {
      section.require("from", "lapse");
    }
    LegalStop base = shipped == null ? LegalStop.SHIPPED.get("CN") : shipped;
    Trigger from = section.word("from", base.from(), Trigger.class);
    boolean never = "never".equals(section.scalar("lapse", "", text -> text, ""));
    if (never || (!section.has("lapse") && base.lapse() == null)) {
      return section.build(() -> new LegalStop(from, null));
    }
    Duration lapse =
        section.duration("lapse", base.lapse(), Duration.ofMinutes(1), Duration.ofDays(365));
    return section.build(() -> new LegalStop(from, lapse));
  }

  private static CaseTerms terms(Section section) {
    CaseTerms defaults = CaseTerms.DEFAULT;
    Duration day = Duration.ofDays(1);
    Duration year = Duration.ofDays(365);
    Duration verify =
        section.duration("verify-after", defaults.verifyAfter(), day, Duration.ofDays(90));
    Duration confirm = section.duration("confirm-after", defaults.confirmAfter(), day, year);
    Duration snooze = section.duration("wrong-snooze", defaults.wrongSnooze(), Duration.ZERO, year);
    int silent = section.days("silent-days", defaults.silentDays(), 14, 91);
    return section.build(() -> new CaseTerms(verify, confirm, snooze, silent));
  }

  private static StageRule stages(Section section) {
    StageRule defaults = StageRule.DEFAULT;
    int acquisition = section.days("acquisition", defaults.acquisitionDays(), 1, 365);
    int buildUp = section.days("build-up", defaults.buildUpDays(), 2, 3_650);
    double risk = section.number("decline-risk", defaults.declineRisk(), 0.01, 1);
    double recovered = section.number("recovered-risk", defaults.recoveredRisk(), 0.01, 1);
    int calm = section.days("recovered-after", defaults.recoveredDays(), 1, 91);
    return section.build(() -> new StageRule(acquisition, buildUp, risk, recovered, calm));
  }
}
