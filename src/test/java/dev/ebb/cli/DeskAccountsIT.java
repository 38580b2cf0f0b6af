package dev.ebb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Accounts.NewAccount;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.people.Sessions;
import dev.ebb.desk.people.SignIn;
import dev.ebb.desk.people.Tokens;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Role;
import dev.ebb.desk.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who may no longer get in, or has told somebody else the password. */
class DeskAccountsIT {
  private static final String OLD = "a password of old";
  private static final String NEW = "quite another one";

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  @TempDir private Path folder;
  private Path config;
  private Sessions sessions;
  private SignIn door;

  @BeforeEach
  void open() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "");
    config =
        Files.writeString(
            folder.resolve("ebb.yaml"),
            """
            desk:
              database: {jdbc-url: "%s", user: %s, password-file: "%s", connections: 4}
            """
                .formatted(postgres.access().jdbcUrl(), postgres.access().user(), password));
    Clocks clocks = Clocks.system();
    Accounts accounts = new Accounts(postgres.open(), clocks, new Passwords(4));
    sessions =
        new Sessions(
            postgres.open(),
            clocks,
            new Sessions.Lengths(Duration.ofHours(12), Duration.ofHours(2)));
    door = new SignIn(postgres.open(), clocks, accounts, sessions);
    accounts.add(new NewAccount("ann", "Ann", Role.LEAD, null), OLD, "test");
  }

  @Test
  void shouldLockADisabledAccountOutAtOnce() {
    String session = signIn(OLD);
    assertThat(sessions.find(session)).isPresent();

    CommandRun run = CommandRun.of("desk", "disable-account", "ann", "--config", config);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out().strip()).isEqualTo("disabled ann");
    assertThat(sessions.find(session)).isEmpty();
    assertThat(signIn(OLD)).isNull();
    assertThat(audit()).contains("command line account-disabled ann");
  }

  @Test
  void shouldEndSessionsOfTheOldPassword() {
    String session = signIn(OLD);

    CommandRun run = typing(NEW, "desk", "set-password", "ann", "--config", config);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(sessions.find(session)).isEmpty();
    assertThat(signIn(OLD)).isNull();
    assertThat(signIn(NEW)).isNotNull();
    assertThat(audit()).contains("command line password-changed ann");
  }

  @Test
  void shouldKeepASlowHashOfItsOwnAndNeverThePassword() {
    for (String login : List.of("bob", "eve")) {
      CommandRun run =
          typing(
              NEW,
              "desk",
              "add-account",
              "--login",
              login,
              "--name",
              "X",
              "--role",
              "agent",
              "--config",
              config);
      assertThat(run.exitCode()).as(run.err()).isZero();
    }

    assertThat(rows("select password_hash from accounts where login <> 'ann'"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allSatisfy(it -> assertThat(it).matches("\\$2a\\$12\\$[./A-Za-z0-9]{53}"));
    assertThat(rows("select accounts::text from accounts"))
        .hasSize(3)
        .noneSatisfy(it -> assertThat(it).contains(NEW))
        .noneSatisfy(it -> assertThat(it).contains(OLD));
  }

  private List<String> rows(String query) {
    return postgres.open().transact(handle -> handle.createQuery(query).mapTo(String.class).list());
  }

  @Test
  void shouldGiveNoPasswordToWhoeverSignsInElsewhere() {
    postgres
        .open()
        .transact(
            handle ->
                handle.execute(
                    "update accounts set issuer = 'https://id', subject = '1',"
                        + " password_hash = null"));

    CommandRun run = typing(NEW, "desk", "set-password", "ann", "--config", config);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("ebb: there is no account ann that has a password");
    assertThat(signIn(NEW)).isNull();
  }

  @Test
  void shouldSayThatThereIsNoSuchAccount() {
    CommandRun run = CommandRun.of("desk", "disable-account", "nobody", "--config", config);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("ebb: there is no account nobody");
  }

  @Test
  void shouldListTokensWithoutTheirWordsAndLetNoneInThatHasExpired() {
    CommandRun lasting = token("crm", "--scope", "cases:work", "--scope", "cases:read");
    CommandRun brief = token("trial", "--scope", "webhooks", "--expires", "90d");
    Clocks later = new Clocks(() -> later(89), () -> later(89));
    Clocks tooLate = new Clocks(() -> later(91), () -> later(91));
    String word = brief.out().strip();
    assertThat(new Tokens(postgres.open(), later).find(word)).isPresent();
    assertThat(new Tokens(postgres.open(), tooLate).find(word)).isEmpty();

    CommandRun list = CommandRun.of("desk", "tokens", "--config", config);
    CommandRun json = CommandRun.of("desk", "tokens", "--json", "--config", config);

    assertThat(list.exitCode()).as(list.err()).isZero();
    assertThat(list.out().lines())
        .satisfiesExactly(
            header -> assertThat(header).startsWith("TOKEN  SCOPES").endsWith("LAST USED"),
            crm ->
                assertThat(crm)
                    .startsWith("crm    cases:read cases:work  command line")
                    .endsWith("  never")
                    .contains("Z  never"),
            trial -> assertThat(trial).startsWith("trial  webhooks").doesNotContain("never"));
    assertThat(json.out()).startsWith("{\"tokens\":[{\"name\":\"crm\",\"scopes\":[\"cases:read\"");
    assertThat(list.out() + json.out()).doesNotContain(word, lasting.out().strip());
  }

  @Test
  void shouldAddNoTokenThatLastsNoMinute() {
    CommandRun run = token("crm", "--scope", "webhooks", "--expires", "30s");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).startsWith("ebb: expires must be at least 1 min but was 30 s");
  }

  private CommandRun token(String name, String... options) {
    List<Object> words = new ArrayList<>(List.of("desk", "add-token", "--config", config));
    words.addAll(List.of("--name", name));
    words.addAll(List.of(options));
    return CommandRun.of(words.toArray());
  }

  private static Instant later(int days) {
    return Instant.now().plus(Duration.ofDays(days));
  }

  private String signIn(String password) {
    return door.attempt("ann", password, "127.0.0.1").session();
  }

  private List<String> audit() {
    return new Audit(postgres.open(), Clocks.system())
        .newest(20).stream()
            .map(it -> String.join(" ", it.actor(), it.action(), it.subject()))
            .toList();
  }

  private static CommandRun typing(String line, Object... command) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      return CommandRun.of(command);
    } finally {
      System.setIn(before);
    }
  }
}
