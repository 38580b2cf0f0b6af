package dev.ebb.signal;

import dev.ebb.ledger.Measure;

/** The unit in which people read a measure. */
enum Unit {
  MINUTES("Minutes", 60),
  MEGABYTES("Megabytes", 1_000_000),
  MESSAGES("Messages", 1);

  private final String suffix;
  private final double size;

  Unit(String suffix, double size) {
    this.suffix = suffix;
    this.size = size;
  }

  static Unit of(Measure measure) {
    return switch (measure) {
      case VOICE_OUT, VOICE_IN -> MINUTES;
      case DATA -> MEGABYTES;
      case SMS_OUT, SMS_IN -> MESSAGES;
      case SPEND, TOPUP ->
          throw new IllegalArgumentException("measure must be of use but was " + measure);
    };
  }

  String named(String name) {
    return name + suffix;
  }

  double in(double amount) {
    return amount / size;
  }
}
