package dev.ebb.desk.store;

import dev.ebb.config.RuleText;
import dev.ebb.desk.store.PublishedRules.Published;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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

  /** The rules in the operator's files, and what this database knows of them. */
  public RuleBook(Database database, Clocks clocks, Changes changes, RuleBase base) {
    this.database = database;
    this.clocks = clocks;
    this.changes = changes;
    this.base = base;
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
    /** No reason was given, or one of more than 200 characters. */
    REASON
  }

  /**
   * What the job is to be told of a rule.
   *
   * @param text null: back to the operator's file
   */
  public record Publication(String rule, String text) {}

  /** What takes the rules' topic over. */
  public PublishedRules published() {
    return new PublishedRules(base.intake());
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
          boolean isStopping = isOnItsWay(state) && state.last().status() == Status.OFF;
          if (isStopping || (state.status() == Status.OFF && !isOnItsWay(state))) {
            return Refusal.ALREADY;
          }
          RuleSteps.close(handle, rule, "withdrawn", lead.login(), clocks.wallNow());
          Status before = isOnItsWay(state) ? state.last().status() : state.status();
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
          if (state.status() != Status.OFF || isOnItsWay(state)) {
            return Refusal.ALREADY;
          }
          if (state.last() != null && state.last().isOpen(clocks.wallNow())) {
            return Refusal.ASKED;
          }
          Instant now = clocks.wallNow();
          RuleSteps.close(handle, rule, "expired", null, now);
          RuleSteps.ask(handle, rule, ranAs(state), lead.login(), reason, now, START_WAITS);
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

  /** Agrees that a rule is started again, or refuses it. Null if that is done. */
  public Refusal decide(String rule, Agent lead, boolean agrees) {
    return step(
        rule,
        "-",
        (handle, state) -> {
          RuleStep asked = state.last();
          if (asked == null || !asked.isOpen(clocks.wallNow())) {
            return Refusal.OVER;
          }
          boolean isOwn = asked.askedBy().equals(lead.login());
          if (isOwn && agrees) {
            return Refusal.OWN;
          }
          String decision = agrees ? "done" : isOwn ? "withdrawn" : "refused";
          RuleSteps.close(handle, rule, decision, lead.login(), clocks.wallNow());
          String action = "rule-start-" + (agrees ? "agreed" : decision);
          note(handle, lead, action, rule, "asked by " + asked.askedBy());
          return null;
        });
  }

  /**
   * Sends what was decided and the job does not know yet, in its order.
   *
   * @param send returns when all have arrived; where it throws they stay and come again
   * @return how many were sent
   */
  public int drain(Consumer<List<Publication>> send) {
    int sent =
        database.transact(
            handle -> {
              List<RuleStep> due = RuleSteps.unsent(handle);
              Map<String, Published> published = PublishedRules.all(handle);
              List<Publication> publications = new ArrayList<>();
              for (RuleStep step : due) {
                publication(step, published.get(step.rule())).ifPresent(publications::add);
              }
              if (!publications.isEmpty()) {
                send.accept(publications);
              }
              due.forEach(step -> RuleSteps.sent(handle, step, clocks.wallNow()));
              return due.size();
            });
    if (sent > 0) {
      changes.tell(new Change(Change.Kind.RULE, null, false));
    }
    return sent;
  }

  /** How many decisions the job does not know yet. */
  public long waiting() {
    return database.transact(RuleSteps::unsentCount);
  }

  /** Nothing where the rule has been taken away meanwhile. */
  private Optional<Publication> publication(RuleStep step, Published now) {
    String text = now == null ? base.texts().get(step.rule()) : now.rule().text();
    if (text == null) {
      return Optional.empty();
    }
    String wanted = step.status() == fileStatus(step.rule(), now) ? null : text;
    return Optional.of(
        new Publication(step.rule(), wanted == null ? null : RuleText.with(wanted, step.status())));
  }

  /** The status of the file's rule, if what is published is nothing but that rule; else null. */
  private Status fileStatus(String id, Published now) {
    Rule file = base.rules().get(id);
    Rule published = now == null ? file : base.intake().parse(now.rule());
    boolean isTheSame =
        file != null && published != null && published.with(file.status()).equals(file);
    return isTheSame ? file.status() : null;
  }

  private static boolean isOnItsWay(RuleState state) {
    return state.last() != null && state.last().isOnItsWay();
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
