package dev.ebb.desk;

import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.people.Sessions;
import dev.ebb.desk.people.SignIn;
import dev.ebb.desk.people.Tokens;
import dev.ebb.desk.store.Agents;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.desk.web.Services;
import java.time.Duration;
import java.util.List;

/** What requests are answered with, without feeds. */
public final class TestServices {
  private TestServices() {}

  public static Services of(TestDesk desk) {
    return of(desk, false);
  }

  /** As if browsers reached the desk by HTTPS only, or not. */
  public static Services of(TestDesk desk, boolean isSecure) {
    Accounts accounts = new Accounts(desk.database, desk.clocks, new Passwords(4));
    Sessions.Lengths lengths = new Sessions.Lengths(Duration.ofHours(12), Duration.ofHours(2));
    Sessions sessions = new Sessions(desk.database, desk.clocks, lengths);
    return new Services(
        desk.database,
        desk.clocks,
        desk.changes,
        desk.cases,
        desk.queue,
        desk.work,
        new Agents(desk.database),
        new Audit(desk.database, desk.clocks),
        new Services.People(
            accounts,
            sessions,
            new SignIn(desk.database, desk.clocks, accounts, sessions),
            new Tokens(desk.database, desk.clocks)),
        List.of(),
        isSecure,
        null);
  }
}
