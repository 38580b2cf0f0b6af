package dev.ebb.retention;

import dev.ebb.risk.Bands;
import dev.ebb.risk.StageRule;
import dev.ebb.risk.Valuation;
import dev.ebb.signal.Reading;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How customers are watched.
 *
 * @param zone the operator's zone, in which days are cut
 * @param offBelow a live signal ends when its strength falls below this, in (0, 0.5]
 * @param expireAfter from a case's act-by to its expiry, 1 h to 90 d
 * @param shadow whether every case is withheld, so that nobody is contacted
 * @param bands where the bands of risk begin
 * @param valuation what a customer is worth
 * @param stages which lifecycle stage a customer is in
 * @param legalStop when the law forbids contact
 * @param terms how the stream decides what came of a case
 * @param policy whom to call when, and how
 */
public record WatchSettings(
    ZoneId zone,
    double offBelow,
    Duration expireAfter,
    boolean shadow,
    Bands bands,
    Valuation valuation,
    StageRule stages,
    LegalStop legalStop,
    CaseTerms terms,
    ContactPolicy policy)
    implements Serializable {

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  public WatchSettings {
    if (!(offBelow > 0 && offBelow <= Reading.THRESHOLD)) {
      throw new IllegalArgumentException("off-below must be in (0, 0.5] but was " + offBelow);
    }
    if (expireAfter.compareTo(SHORTEST) < 0 || expireAfter.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("expire-after must be 1 h to 90 d but was " + expireAfter);
    }
  }

  /** The shipped defaults for a zone, with nobody kept from contact but by the law. */
  public static WatchSettings defaults(ZoneId zone) {
    return new WatchSettings(
        zone,
        0.35,
        Duration.ofDays(7),
        false,
        Bands.DEFAULT,
        Valuation.DEFAULT,
        StageRule.DEFAULT,
        LegalStop.SHIPPED.get(LegalStop.DEFAULT_JURISDICTION),
        CaseTerms.DEFAULT,
        ContactPolicy.OPEN);
  }

  /** The same, with every case withheld or not. */
  public WatchSettings withShadow(boolean newShadow) {
    return new WatchSettings(
        zone, offBelow, expireAfter, newShadow, bands, valuation, stages, legalStop, terms, policy);
  }

  /** The same in another zone. */
  public WatchSettings withZone(ZoneId newZone) {
    return new WatchSettings(
        newZone, offBelow, expireAfter, shadow, bands, valuation, stages, legalStop, terms, policy);
  }

  /** The same under another law. */
  public WatchSettings withLegalStop(LegalStop newStop) {
    return new WatchSettings(
        zone, offBelow, expireAfter, shadow, bands, valuation, stages, newStop, terms, policy);
  }

  /** The same under another policy. */
  public WatchSettings withPolicy(ContactPolicy newPolicy) {
    return new WatchSettings(
        zone, offBelow, expireAfter, shadow, bands, valuation, stages, legalStop, terms, newPolicy);
  }

  /** The same with verdicts at other times. */
  public WatchSettings withTerms(CaseTerms newTerms) {
    return new WatchSettings(
        zone, offBelow, expireAfter, shadow, bands, valuation, stages, legalStop, newTerms, policy);
  }
}
