package dev.ebb.config;

/**
 * Something wrong in a configuration file.
 *
 * @param file the file as the user named it
 * @param line line in the file, from 1
 * @param path dotted path of the setting, empty for the file as a whole
 * @param message names the setting, the bound and the value met
 */
public record Problem(String file, int line, String path, String message) {

  /** As printed, in the form that editors make clickable: {@code file:line: message}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
