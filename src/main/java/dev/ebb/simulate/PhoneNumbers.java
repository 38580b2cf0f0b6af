package dev.ebb.simulate;

import java.util.Locale;

/** Numbers of eleven digits that no operator gives out: Chinese mobile numbers start 13 to 19. */
final class PhoneNumbers {

  private static final long OURS = 12_000_000_000L;
  private static final long OTHERS = 12_900_000_000L;

  private PhoneNumbers() {}

  static String ours(int number) {
    return Long.toString(OURS + number);
  }

  static String others(int number) {
    return Long.toString(OTHERS + number);
  }

  static String abroad(int number) {
    return String.format(Locale.ROOT, "+000%08d", number);
  }
}
