package dev.ebb.desk.page;

import java.util.Locale;

/** How shares and lengths look. */
record Shares(Words words) {
  static final double PERCENT = 100;

  /** A share with how many it is of; a dash where there is nothing to share. */
  String of(long part, long whole) {
    return whole == 0
        ? "–"
        : words.say("lead.share", words.percent(part / (double) whole), words.number(whole));
  }

  static String tenths(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
  }

  /** Whole per cent of the room there is. */
  static double length(long part, long whole) {
    return whole == 0 ? 0 : Math.round(PERCENT * part / whole);
  }
}
