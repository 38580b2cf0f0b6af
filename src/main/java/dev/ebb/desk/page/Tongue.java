package dev.ebb.desk.page;

import dev.ebb.signal.Text;
import java.util.Locale;

/** A language of the desk. */
public enum Tongue {
  EN(Locale.ENGLISH, "en"),
  ZH(Locale.SIMPLIFIED_CHINESE, "zh-Hans");

  private final Locale locale;
  private final String tag;

  Tongue(Locale locale, String tag) {
    this.locale = locale;
    this.tag = tag;
  }

  /** For formatting. */
  public Locale locale() {
    return locale;
  }

  /** As in a page's {@code lang}. */
  public String tag() {
    return tag;
  }

  /** The word in cookies and addresses. */
  public String code() {
    return locale.getLanguage();
  }

  /** What is said in this language. */
  public String of(Text text) {
    return choose(text.en(), text.zh());
  }

  /** The one of both that is in this language. */
  public String choose(String en, String zh) {
    return this == EN ? en : zh;
  }

  /** The language of this code, or of the first one of an Accept-Language header; else English. */
  public static Tongue of(String codeOrHeader) {
    return codeOrHeader != null && codeOrHeader.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
  }
}
