package dev.ebb.desk.store;

import dev.ebb.codec.RawRecord;
import dev.ebb.config.RuleText;
import dev.ebb.desk.store.PublishedRules.Published;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Tells the job what was decided of the rules, and learns from the topic whether it lets that in: a
 * stop that it refuses is sent again from what the topic holds by then; a start is not, as nobody
 * has agreed to that.
 */
public final class RuleTelling {
  private final Database database;
  private final Clocks clocks;
  private final Changes changes;
  private final RuleBase base;
  private final PublishedRules published;

  RuleTelling(Database database, Clocks clocks, Changes changes, RuleBase base) {
    this.database = database;
    this.clocks = clocks;
    this.changes = changes;
    this.base = base;
    this.published = new PublishedRules(base.intake());
  }

  /**
   * What the job is to be told of a rule.
   *
   * @param step goes with the record, and says so when that is read back
   * @param text null: back to the operator's file
   */
  public record Publication(long step, String rule, String text) {}

  /**
   * Sends what was decided and the job has not taken yet, in its order.
   *
   * @param send returns when all have arrived; where it throws they stay and come again
   * @return how many were sent
   */
  public int drain(Consumer<List<Publication>> send) {
    int settled =
        database.transact(
            handle -> {
              Instant now = clocks.wallNow();
              List<RuleStep> due = RuleSteps.due(handle, now);
              if (due.isEmpty()) {
                return 0;
              }
              Map<String, Published> published = PublishedRules.all(handle);
              List<Publication> publications = new ArrayList<>();
              for (RuleStep step : due) {
                prepare(handle, step, published.get(step.rule()), publications);
              }
              if (!publications.isEmpty()) {
                send.accept(publications);
              }
              return due.size();
            });
    if (settled > 0) {
      changes.tell(new Change(Change.Kind.RULE, null, false));
    }
    return settled;
  }

  /** A rule that has been taken away meanwhile needs no telling. */
  private void prepare(Handle handle, RuleStep step, Published now, List<Publication> to) {
    String text = base.textOf(step.rule(), now);
    if (text == null) {
      RuleSteps.taken(handle, step.id(), clocks.wallNow());
    } else if (!step.isStop() && !RuleBase.digest(text).equals(step.digest())) {
      RuleSteps.overtaken(handle, step.id());
      Audit.note(
          handle,
          clocks.wallNow(),
          step.decidedBy(),
          "rule-start-overtaken",
          step.rule(),
          "changed since " + step.askedBy() + " asked");
    } else {
      RuleSteps.sent(handle, step.id(), clocks.wallNow());
      boolean isAsInFile = step.status() == fileStatus(step.rule(), now);
      String wanted = isAsInFile ? null : RuleText.with(text, step.status());
      to.add(new Publication(step.id(), step.rule(), wanted));
    }
  }

  /** The status of the file's rule, if what is published is nothing but that rule; else null. */
  private Status fileStatus(String id, Published now) {
    Rule file = base.rules().get(id);
    Rule published = now == null ? file : base.intake().parse(now.rule());
    boolean isTheSame =
        file != null && published != null && published.with(file.status()).equals(file);
    return isTheSame ? file.status() : null;
  }

  /** How many decisions the job is not known to have taken. */
  public long waiting() {
    return database.transact(RuleSteps::untakenCount);
  }

  /**
   * Takes one record of the rules' topic over.
   *
   * @param step that it was sent for, or null: somebody else has published it
   * @throws IOException if the job refuses it, and why
   */
  public void take(Handle handle, RawRecord record, Long step) throws IOException {
    try {
      published.take(handle, record);
    } catch (IOException refusal) {
      if (step != null) {
        RuleSteps.refused(handle, step);
      }
      throw refusal;
    }
    if (step != null) {
      RuleSteps.taken(handle, step, clocks.wallNow());
    }
  }
}
