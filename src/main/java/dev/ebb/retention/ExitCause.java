package dev.ebb.retention;

import java.util.Locale;

/** Why a customer has gone. The order is part of the state format: append only. */
public enum ExitCause {
  UNKNOWN,
  LEFT_AREA,
  LEFT_EMPLOYER,
  MOVED_NETWORK,
  TARIFF,
  NETWORK_QUALITY,
  SERVICE,
  PROCESSES,
  DATA_LEAK_WORRY,
  LUCKY_NUMBER,
  OTHER;

  /** The word on the wire and in the attribute {@code cause} of a care event. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cause of this word, or null for none and for a word that is none. */
  static ExitCause of(String label) {
    for (ExitCause cause : values()) {
      if (cause.label().equals(label)) {
        return cause;
      }
    }
    return null;
  }

  /** The playbook by which such a customer may be won back. */
  String playbook() {
    return switch (this) {
      case SERVICE, NETWORK_QUALITY, PROCESSES -> "P14-service";
      case TARIFF -> "P14-price";
      default -> "P14";
    };
  }
}
