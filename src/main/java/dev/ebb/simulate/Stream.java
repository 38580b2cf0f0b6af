package dev.ebb.simulate;

/** Which of a customer's dice. The days' streams are the day number with one of these above it. */
final class Stream {

  static final long CHARACTER = -1;
  static final long FATE = -2;
  static final long FOLLOWING = -3;
  static final long JOINING = -4;
  static final long LEAVING_TO_JOIN = -5;

  private static final int DIRT = 1;

  private Stream() {}

  static long day(int day) {
    return day;
  }

  static long dirt(int day) {
    return (long) DIRT << 32 | day;
  }
}
