package dev.ebb.cli;

/**
 * What the standard streams are connected to, as {@code ./ebb} found out: the JVM itself cannot
 * tell one stream from the other.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is one
 * @param colour whether standard output may be coloured
 */
record Terminal(boolean out, boolean err, boolean colour) {

  static Terminal detected() {
    boolean out = Boolean.getBoolean("ebb.tty.out");
    String noColour = System.getenv("NO_COLOR");
    return new Terminal(
        out, Boolean.getBoolean("ebb.tty.err"), out && (noColour == null || noColour.isEmpty()));
  }
}
