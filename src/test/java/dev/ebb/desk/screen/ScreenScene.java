package dev.ebb.desk.screen;

import dev.ebb.desk.page.Chromium;
import dev.ebb.desk.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tests of the desk in a browser share. */
abstract class ScreenScene {
  private static Chromium chromium;

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  ScreenStage stage;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
  }

  @AfterAll
  static void quit() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    stage = new ScreenStage(postgres.open(), chromium);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  String audit() {
    return stage.desk.database.transact(
        handle ->
            String.join(
                "\n",
                handle
                    .createQuery(
                        "select actor || ' ' || action || ' ' || subject || ' ' || detail from"
                            + " audit where subject is not null and detail is not null")
                    .mapTo(String.class)
                    .list()));
  }
}
