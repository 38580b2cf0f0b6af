package dev.ebb.simulate;

import java.util.SplittableRandom;

/**
 * Seeded chance. Each (seed, customer, stream) has dice of its own, so no customer's fate depends
 * on who was drawn before. Strict arithmetic: the same on every machine and JVM.
 */
final class Dice {

  private final SplittableRandom random;

  private Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Dice of(long seed, long customer, long stream) {
    return new Dice(mix(mix(mix(seed) ^ customer) ^ stream));
  }

  /** In [0, 1). */
  double unit() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** From {@code low} to {@code high}, both included; {@code low} where there is no room. */
  int between(int low, int high) {
    return high <= low ? low : low + (int) (unit() * (high - low + 1));
  }

  double between(double low, double high) {
    return low + unit() * (high - low);
  }

  /** Log-normal with mean 1. */
  double logNormal(double sigma) {
    double gaussian = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    gaussian *= StrictMath.cos(2 * StrictMath.PI * unit());
    return StrictMath.exp(sigma * gaussian - sigma * sigma / 2);
  }

  /** A whole number with this mean and the least variance. */
  int count(double mean) {
    int whole = (int) mean;
    return whole + (chance(mean - whole) ? 1 : 0);
  }

  /** An index, drawn by the weights. */
  int pick(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double point = unit() * total;
    int last = weights.length - 1;
    for (int i = 0; i < last; i++) {
      point -= weights[i];
      if (point < 0) {
        return i;
      }
    }
    return last;
  }

  /** The same for the same two numbers, and as good as drawn. */
  static long mixed(long one, long other) {
    return mix(mix(one) ^ other) >>> 1;
  }

  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
