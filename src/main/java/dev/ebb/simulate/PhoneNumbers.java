package dev.ebb.simulate;

import java.util.Locale;

/**
 * Numbers of eleven digits that no operator gives out: Chinese mobile numbers start 13 to 19. Ours
 * start 20 to 99, two zeros or more follow, and the first 8,000 differ in their first or last two
 * digits, which is what logs show of them.
 */
final class PhoneNumbers {

  private static final int FIRST_START = 20;
  private static final int STARTS = 80;
  private static final long OTHERS = 12_900_000_000L;
  private static final int RIVAL_SHOPS = 90_000_000;

  /** People of other networks have numbers below this one. */
  static final int PEOPLE = RIVAL_SHOPS;

  private PhoneNumbers() {}

  static String ours(int number) {
    int hundred = number / 100;
    long start = FIRST_START + hundred % STARTS;
    return Long.toString(start * 1_000_000_000 + hundred / STARTS * 100L + number % 100);
  }

  static String others(int number) {
    return Long.toString(OTHERS + number);
  }

  /** One of the shops and hotlines of a rival: another network's numbers from 12990000000 on. */
  static int rivalShop(int number) {
    return RIVAL_SHOPS + Math.floorMod(number, 10);
  }

  static String abroad(int number) {
    return String.format(Locale.ROOT, "+000%08d", number);
  }
}
