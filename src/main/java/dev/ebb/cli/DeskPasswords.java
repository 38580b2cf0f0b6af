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
  private static final String PROVIDER = "EBB_DESK_OIDC_SECRET";
  private static final String NEW = "EBB_DESK_NEW_PASSWORD";

  private DeskPasswords() {}

  static String ofDatabase(DeskSettings desk) throws IOException {
    return kept(
        desk.database().passwordFile(),
        "desk.database.password-file",
        DATABASE,
        "the database's password");
  }

  /** Of the desk as a client of the provider that people sign in at; null if there is none. */
  static String ofProvider(DeskSettings desk) throws IOException {
    return desk.oidc().isOn()
        ? kept(
            desk.oidc().credentialFile(),
            "desk.oidc.client-secret-file",
            PROVIDER,
            "the client's secret")
        : null;
  }

  private static String kept(Path file, String setting, String variable, String what)
      throws IOException {
    if (file != null) {
      return Files.readString(file).strip();
    }
    String value = System.getenv(variable);
    if (value == null) {
      throw new IllegalArgumentException(
          "%s or the environment variable %s must hold %s, but neither is set"
              .formatted(setting, variable, what));
    }
    return value;
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
