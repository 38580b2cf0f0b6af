package dev.ebb.demo;

/** Colours for a terminal; plain text where there is none. */
public record Paint(boolean coloured) {

  private static final String RESET = "\u001b[0m";

  String alarm(String text) {
    return in("1;31", text);
  }

  String warning(String text) {
    return in("33", text);
  }

  String good(String text) {
    return in("32", text);
  }

  String strong(String text) {
    return in("1", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  private String in(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
