package dev.ebb.desk.web;

import dev.ebb.desk.feed.FeedState;
import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Sessions;
import dev.ebb.desk.people.SignIn;
import dev.ebb.desk.people.Tokens;
import dev.ebb.desk.store.Agents;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.Cases;
import dev.ebb.desk.store.Changes;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Queue;
import dev.ebb.desk.store.Work;
import java.util.List;

/**
 * What requests are answered with.
 *
 * @param feeds how the feeds are doing
 * @param isSecure whether browsers reach the desk by HTTPS only
 * @param hint for those who sign in, in a demo; else null
 */
public record Services(
    Database database,
    Clocks clocks,
    Changes changes,
    Cases cases,
    Queue queue,
    Work work,
    Agents agents,
    Audit audit,
    People people,
    List<FeedState> feeds,
    boolean isSecure,
    String hint) {

  public Services {
    feeds = List.copyOf(feeds);
  }

  /** Who may come in. */
  public record People(Accounts accounts, Sessions sessions, SignIn signIn, Tokens tokens) {}
}
