package dev.ebb.desk.page;

import java.util.Locale;

/** Light, dark, or as the machine is set. */
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  /** The word in cookies and pages. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The theme of this code; {@link #AUTO} where there is none. */
  public static Theme of(String code) {
    for (Theme theme : values()) {
      if (theme.code().equals(code)) {
        return theme;
      }
    }
    return AUTO;
  }
}
