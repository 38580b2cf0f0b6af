package dev.ebb.desk.screen;

import java.util.regex.Pattern;

/** A cell that no spreadsheet takes for a formula. */
final class SafeCell {
  /** Also the wide forms, which some spreadsheets read as the narrow ones. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠]");

  private SafeCell() {}

  static String of(String text) {
    return FORMULA.matcher(text).find() ? "'" + text : text;
  }
}
