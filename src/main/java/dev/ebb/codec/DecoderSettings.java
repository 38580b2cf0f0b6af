package dev.ebb.codec;

import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What all decoders of a job share.
 *
 * @param zone the operator's zone, for local times and periods
 * @param currency ISO 4217 code that a spend record may state, or null to accept any
 * @param futureTolerance how far a record may lie beyond its Kafka timestamp, 0 s to 7 d
 */
public record DecoderSettings(ZoneId zone, String currency, Duration futureTolerance)
    implements Serializable {

  public DecoderSettings {
    if (futureTolerance.isNegative() || futureTolerance.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException(
          "future-tolerance must be 0 s to 7 d but was " + futureTolerance.toSeconds() + " s");
    }
  }

  /** The shipped defaults for a zone: any currency, 5 minutes. */
  public static DecoderSettings defaults(ZoneId zone) {
    return new DecoderSettings(zone, null, Duration.ofMinutes(5));
  }
}
