package dev.ebb.config;

/**
 * Something wrong in a configuration file.
 *
 * @param file the file as the user named it
 * @param line line in the file, from 1
 * @param column in the line, from 1; 0 where the line says it all
 * @param path dotted path of the setting, empty for the file as a whole
 * @param message names the setting, the bound and the value met
 */
public record Problem(String file, int line, int column, String path, String message) {

  /** A problem of a whole line. */
  public Problem(String file, int line, String path, String message) {
    this(file, line, 0, path, message);
  }

  /** As printed, in the form that editors make clickable: {@code file:line:column: message}. */
  @Override
  public String toString() {
    return file + ":" + line + (column > 0 ? ":" + column : "") + ": " + message;
  }
}
