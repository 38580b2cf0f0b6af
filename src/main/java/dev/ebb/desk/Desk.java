package dev.ebb.desk;

import dev.ebb.codec.FeedBinding;
import dev.ebb.config.DeskSettings;
import dev.ebb.config.Settings;
import dev.ebb.desk.api.Api;
import dev.ebb.desk.feed.DeskFeeds;
import dev.ebb.desk.feed.FeedState;
import dev.ebb.desk.hook.Courier;
import dev.ebb.desk.hook.Reach;
import dev.ebb.desk.oidc.Provider;
import dev.ebb.desk.people.Accounts;
import dev.ebb.desk.people.Passwords;
import dev.ebb.desk.people.Sessions;
import dev.ebb.desk.people.SignIn;
import dev.ebb.desk.people.Tokens;
import dev.ebb.desk.screen.Door;
import dev.ebb.desk.screen.Handbook;
import dev.ebb.desk.screen.Screens;
import dev.ebb.desk.store.Agents;
import dev.ebb.desk.store.Audit;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.Cases;
import dev.ebb.desk.store.Changes;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.CustomerHash;
import dev.ebb.desk.store.Database;
import dev.ebb.desk.store.Deliveries;
import dev.ebb.desk.store.Ids;
import dev.ebb.desk.store.Outbox;
import dev.ebb.desk.store.Queue;
import dev.ebb.desk.store.Retry;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.desk.store.Work;
import dev.ebb.desk.web.DeskServer;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The retention desk, running: store, feeds and web server. */
public final class Desk implements AutoCloseable {
  private static final int KEY_BYTES = 32;

  private final Deque<AutoCloseable> parts;
  private final Services services;
  private final DeskServer server;

  /**
   * What is not among the settings.
   *
   * @param customers how profiles are read
   * @param hint for those who sign in, or null
   * @param oidcSecret the desk's own, at the provider that people sign in at; null without one
   */
  public record Outfit(
      FeedBinding customers,
      String password,
      Clocks clocks,
      Passwords passwords,
      String hint,
      String oidcSecret) {}

  private Desk(Settings settings, Outfit outfit, Deque<AutoCloseable> parts) {
    this.parts = parts;
    Database database = database(settings.desk(), outfit.password());
    parts.push(database);
    Clocks clocks = outfit.clocks();
    CustomerHash hash = CustomerHash.of(database, freshKey());
    Changes changes = new Changes();
    OperatorFiles files = OperatorFiles.of(settings);
    boolean isVouched = settings.desk().oidc().isOn();
    RuleBook rules = new RuleBook(database, clocks, changes, files.rules(), isVouched);
    DeskFeeds feeds =
        DeskFeeds.start(
            settings,
            outfit.customers(),
            new DeskFeeds.Store(database, hash, changes, new Outbox(database, clocks), rules));
    parts.push(feeds);
    services =
        new Services(
            database,
            clocks,
            changes,
            new Cases(database, clocks, hash),
            new Queue(database, clocks),
            new Work(database, clocks, Ids.random(), changes, terms(settings)),
            new Agents(database),
            new Audit(database, clocks),
            people(settings.desk(), database, outfit),
            feeds.states(),
            settings.desk().isSecure(),
            outfit.hint());
    keepHouse(settings.desk(), feeds.alertState());
    Handbook handbook = new Handbook(files.names(), rules, files.playbooks(), callRules(settings));
    server =
        DeskServer.start(
            settings.desk().host(),
            settings.desk().port(),
            services,
            (all, guard) -> routes(all, guard, settings, door(settings.desk(), outfit), handbook));
    parts.push(server);
  }

  private void keepHouse(DeskSettings desk, FeedState alerts) {
    Clocks clocks = services.clocks();
    Deliveries deliveries = new Deliveries(services.database());
    parts.push(
        new Housekeeping(
            services.work(),
            services.people().sessions(),
            deliveries,
            alerts,
            clocks,
            desk.staleAfter()));
    parts.push(new Courier(deliveries, clocks, new Reach(desk.api().webhookHosts())));
  }

  /** Starts it; PostgreSQL must be there, Kafka need not be yet. */
  public static Desk start(Settings settings, Outfit outfit) {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return new Desk(settings, outfit, parts);
    } catch (RuntimeException e) {
      close(parts);
      throw e;
    }
  }

  /** Opens the desk's database alone. */
  public static Database database(DeskSettings desk, String password) {
    DeskSettings.DatabaseSettings it = desk.database();
    return Database.open(new Database.Access(it.jdbcUrl(), it.user(), password, it.connections()));
  }

  /** Where browsers find it. */
  public URI address() {
    return server.address();
  }

  /** What requests are answered with. */
  public Services services() {
    return services;
  }

  private static Door door(DeskSettings desk, Outfit outfit) {
    Provider provider = desk.oidc().isOn() ? new Provider(desk.oidc(), outfit.oidcSecret()) : null;
    return new Door(outfit.hint(), provider, desk.oidc().localSignIn(), desk.publicUrl());
  }

  private static List<Routes> routes(
      Services services, Guard guard, Settings settings, Door door, Handbook handbook) {
    List<Routes> routes = new ArrayList<>(Screens.of(services, guard, door, handbook));
    routes.add(new Api(services, settings.desk().api(), handbook.calls()));
    return routes;
  }

  private static CallRules callRules(Settings settings) {
    return new CallRules(
        settings.zone(),
        settings.watch().policy().quietHours(),
        settings.watch().legalStop().lapse());
  }

  private static Work.Terms terms(Settings settings) {
    Retry retry = new Retry(callRules(settings), settings.desk().attempts());
    return new Work.Terms(settings.desk().undo(), retry);
  }

  private static Services.People people(DeskSettings desk, Database database, Outfit outfit) {
    Clocks clocks = outfit.clocks();
    Accounts accounts = new Accounts(database, clocks, outfit.passwords());
    Sessions sessions =
        new Sessions(
            database, clocks, new Sessions.Lengths(desk.sessionLength(), desk.sessionIdle()));
    return new Services.People(
        accounts,
        sessions,
        new SignIn(database, clocks, accounts, sessions),
        new Tokens(database, clocks));
  }

  private static byte[] freshKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  /** Stops what was started, the last first. */
  @Override
  public void close() {
    close(parts);
  }

  private static void close(Deque<AutoCloseable> parts) {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("a part of the desk did not stop", e);
      }
    }
  }
}
