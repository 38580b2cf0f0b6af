package dev.ebb.cli;

import dev.ebb.config.DeskSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the desk's passwords come from: never the command line, which others can see. */
final class DeskPasswords {
  private static final String DATABASE = "EBB_DESK_DB_PASSWORD";
  private static final String NEW = "EBB_DESK_NEW_PASSWORD";

  private DeskPasswords() {}

  static String ofDatabase(DeskSettings desk) throws IOException {
    Path file = desk.database().passwordFile();
    if (file != null) {
      return Files.readString(file).strip();
    }
    String variable = System.getenv(DATABASE);
    if (variable == null) {
      throw new IllegalArgumentException(
          "desk.database.password-file or the environment variable "
              + DATABASE
              + " must hold the database's password, but neither is set");
    }
    return variable;
  }

  /** Of a new account: from the environment, or one line of standard input. */
  static String ofAccount() throws IOException {
    String variable = System.getenv(NEW);
    if (variable != null) {
      return variable;
    }
    if (System.console() != null) {
      return new String(System.console().readPassword("Password: "));
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    if (line == null) {
      throw new IllegalArgumentException(
          "the password must come in " + NEW + " or on standard input, but there was none");
    }
    return line;
  }
}
