package dev.ebb.desk.screen;

import java.util.regex.Pattern;

/** A cell that no spreadsheet takes for a formula, wherever it splits the line. */
final class SafeCell {
  /** Also the wide forms, which some spreadsheets read as the narrow ones. */
  private static final String SIGN = "[=+\\-@＝＋－＠]";

  private static final Pattern BEGIN = Pattern.compile("^(?=" + SIGN + "|[\\t\\r\\n])");
  private static final Pattern AFTER_A_SPLIT =
      Pattern.compile("(?<=[;；\\t\\r\\n])(?=\"?" + SIGN + ")");

  private SafeCell() {}

  static String of(String text) {
    String safe = AFTER_A_SPLIT.matcher(text).replaceAll("'");
    return BEGIN.matcher(safe).find() ? "'" + safe : safe;
  }
}
