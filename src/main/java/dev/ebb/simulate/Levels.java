package dev.ebb.simulate;

/**
 * How much of the usual a customer does, 1 being the usual, by what is done.
 *
 * @param circle part of the usual circle with whom they talk
 */
record Levels(double out, double in, double data, double topup, double circle) {

  static final Levels USUAL = all(1);
  static final Levels NONE = all(0);

  Levels(double out, double in, double data, double topup) {
    this(out, in, data, topup, 1);
  }

  static Levels all(double level) {
    return new Levels(level, level, level, level);
  }

  Levels towards(Levels end, double progress) {
    return new Levels(
        out + (end.out - out) * progress,
        in + (end.in - in) * progress,
        data + (end.data - data) * progress,
        topup + (end.topup - topup) * progress,
        circle + (end.circle - circle) * progress);
  }

  /** Part of the usual spend: a fixed fee, and what use costs. */
  double spend() {
    return 0.35 + 0.65 * (out + data) / 2;
  }
}
