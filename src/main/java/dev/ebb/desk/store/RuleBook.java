package dev.ebb.desk.store;

import dev.ebb.desk.store.PublishedRules.Published;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The rules as they are now, stopping one, and starting it again. One person is enough to stop a
 * rule; to start it again another one must agree.
 */
public final class RuleBook {
  /** For so long somebody else may agree that a rule is started again. */
  public static final Duration START_WAITS = Duration.ofHours(24);

  private static final int LONGEST_REASON = 200;

  private final Database database;
  private final Clocks clocks;
  private final Changes changes;
  private final RuleBase base;
  private final boolean isVouched;

  /**
   * The rules in the operator's files, and what this database knows of them.
   *
   * @param isVouched whether those who start a rule must be known to a provider of identities
   */
  public RuleBook(
      Database database, Clocks clocks, Changes changes, RuleBase base, boolean isVouched) {
    this.database = database;
    this.clocks = clocks;
    this.changes = changes;
    this.base = base;
    this.isVouched = isVouched;
  }

  /** Why something was not done. */
  public enum Refusal {
    /** There is no such rule. */
    UNKNOWN,
    /** The rule is stopped, or runs, as it is wanted to. */
    ALREADY,
    /** Somebody has asked for it already, and nobody has decided. */
    ASKED,
    /** Whoever asks for a start may not agree to it. */
    OWN,
    /** It was decided, withdrawn, or has lapsed. */
    OVER,
    /** The rule is no longer what it was when somebody asked for its start. */
    CHANGED,
    /** Two accounts with passwords of the desk's own may be one person's. */
    LOCAL,
    /** No reason was given, or one of more than 200 characters. */
    REASON
  }

  /** What tells the job, and takes the rules' topic over. */
  public RuleTelling telling() {
    return new RuleTelling(database, clocks, changes, base);
  }

  /** All rules, in the order of their ids. */
  public List<RuleState> rules() {
    return database.transact(handle -> List.copyOf(states(handle).values()));
  }

  private Map<String, RuleState> states(Handle handle) {
    Map<String, Published> published = PublishedRules.all(handle);
    Map<String, RuleStep> newest = RuleSteps.newest(handle);
    TreeSet<String> ids = new TreeSet<>(base.rules().keySet());
    ids.addAll(published.keySet());
    Map<String, RuleState> states = new TreeMap<>();
    for (String id : ids) {
      Published now = published.get(id);
      Rule file = base.rules().get(id);
      states.put(
          id,
          new RuleState(
              id,
              now == null ? file.title() : now.title(),
              now == null ? file.status() : now.status(),
              now != null,
              now == null ? file.version() : now.version(),
              RuleBase.digest(base.textOf(id, now)),
              newest.get(id)));
    }
    return states;
  }

  /** Stops a rule at once: what the job is to be told leaves in a moment. Null if it is done. */
  public Refusal stop(String rule, Agent lead, String reason) {
    return step(
        rule,
        reason,
        (handle, state) -> {
          boolean isStopping = state.isMoving() && state.last().status() == Status.OFF;
          if (isStopping || (state.status() == Status.OFF && !state.isMoving())) {
            return Refusal.ALREADY;
          }
          RuleSteps.close(handle, rule, "withdrawn", lead.login(), clocks.wallNow());
          Status before = state.isMoving() ? state.last().status() : state.status();
          RuleSteps.stop(handle, rule, before, lead.login(), reason, clocks.wallNow());
          note(handle, lead, "rule-stop", rule, reason);
          return null;
        });
  }

  /** Asks for a rule to be started again, as it ran before. Null if it is asked. */
  public Refusal ask(String rule, Agent lead, String reason) {
    return step(
        rule,
        reason,
        (handle, state) -> {
          if (state.status() != Status.OFF || state.isMoving()) {
            return Refusal.ALREADY;
          }
          if (!mayStart(handle, lead.login())) {
            return Refusal.LOCAL;
          }
          if (state.last() != null && state.last().isOpen(clocks.wallNow())) {
            return Refusal.ASKED;
          }
          Instant now = clocks.wallNow();
          RuleSteps.close(handle, rule, "expired", null, now);
          RuleSteps.ask(
              handle,
              state,
              ranAs(state),
              lead.login(),
              reason,
              new RuleSteps.Lifetime(now, now.plus(START_WAITS)));
          note(handle, lead, "rule-start-asked", rule, reason);
          return null;
        });
  }

  /** As what a stopped rule ran: before it was stopped here, else as in the file, else active. */
  private Status ranAs(RuleState state) {
    if (state.last() != null) {
      return state.last().status() == Status.OFF ? state.last().before() : state.last().status();
    }
    Rule file = base.rules().get(state.id());
    return file == null || file.status() == Status.OFF ? Status.ACTIVE : file.status();
  }

  /**
   * Agrees that a rule is started again, or refuses it. Null if that is done.
   *
   * @param request that was read: another one of the same rule is not meant
   */
  public Refusal decide(String rule, long request, Agent lead, boolean agrees) {
    return step(
        rule,
        "-",
        (handle, state) -> {
          RuleStep asked = state.last();
          if (asked == null || asked.id() != request || !asked.isOpen(clocks.wallNow())) {
            return Refusal.OVER;
          }
          Refusal refusal = agrees ? whyNotAgreed(handle, state, lead) : null;
          if (refusal != null) {
            return refusal;
          }
          boolean isOwn = asked.askedBy().equals(lead.login());
          String decision = agrees ? "done" : isOwn ? "withdrawn" : "refused";
          RuleSteps.close(handle, rule, decision, lead.login(), clocks.wallNow());
          String action = "rule-start-" + (agrees ? "agreed" : decision);
          note(handle, lead, action, rule, "asked by " + asked.askedBy());
          return null;
        });
  }

  private Refusal whyNotAgreed(Handle handle, RuleState state, Agent lead) {
    RuleStep asked = state.last();
    if (asked.askedBy().equals(lead.login())) {
      return Refusal.OWN;
    }
    if (state.status() != Status.OFF || !state.digest().equals(asked.digest())) {
      return Refusal.CHANGED;
    }
    boolean areTwo = mayStart(handle, asked.askedBy()) && mayStart(handle, lead.login());
    return areTwo ? null : Refusal.LOCAL;
  }

  /** Where a provider says who is who, an account without it may be anybody's second one. */
  private boolean mayStart(Handle handle, String login) {
    return !isVouched
        || handle
            .createQuery(
                "select exists (select 1 from accounts where login = :login and issuer is not null)")
            .bind("login", login)
            .mapTo(boolean.class)
            .one();
  }

  private void note(Handle handle, Agent lead, String action, String rule, String detail) {
    Audit.note(handle, clocks.wallNow(), lead.login(), action, rule, detail);
  }

  private Refusal step(String rule, String reason, Step step) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      return Refusal.REASON;
    }
    Refusal refusal =
        database.transact(
            handle -> {
              RuleSteps.lock(handle);
              RuleState state = states(handle).get(rule);
              return state == null ? Refusal.UNKNOWN : step.take(handle, state);
            });
    if (refusal == null) {
      changes.tell(new Change(Change.Kind.RULE, null, false));
    }
    return refusal;
  }

  /** Does something to a rule that nobody else changes meanwhile, or says why not. */
  @FunctionalInterface
  private interface Step {
    Refusal take(Handle handle, RuleState state);
  }
}
