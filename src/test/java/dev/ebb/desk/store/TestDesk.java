package dev.ebb.desk.store;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A desk's store at a time that stands still until it is moved, and two agents. */
public final class TestDesk {
  /** Where both clocks begin. */
  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  public static final Agent ANN = new Agent("ann", "Ann", Role.AGENT, "m-1");
  public static final Agent BOB = new Agent("bob", "Bob", Role.AGENT, null);
  public static final Agent LEA = new Agent("lea", "Lea", Role.LEAD, null);
  public static final Duration UNDO = Duration.ofSeconds(8);

  public final Database database;
  public final CustomerHash hash;
  public final Cases cases;
  public final Queue queue;
  public final Work work;
  public final Outbox outbox;
  public final CaseIntake intake;
  public final Changes changes = new Changes();
  private volatile Instant now = NOON;
  public final Clocks clocks = new Clocks(() -> now, () -> now);
  private final AtomicLong idCount = new AtomicLong();
  private long offset;

  public TestDesk(Database database) {
    this(database, "o-");
  }

  /** The same with ids that begin like this. */
  public TestDesk(Database database, String ids) {
    this.database = database;
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) 7);
    hash = CustomerHash.of(database, key);
    cases = new Cases(database, clocks, hash);
    queue = new Queue(database, clocks);
    Retry retry = new Retry(CallRules.NONE, 3);
    work =
        new Work(
            database,
            clocks,
            () -> ids + idCount.incrementAndGet(),
            changes,
            new Work.Terms(UNDO, retry));
    outbox = new Outbox(database, clocks);
    intake = new CaseIntake(hash);
    for (Agent agent : new Agent[] {ANN, BOB, LEA}) {
      account(agent);
    }
  }

  private void account(Agent agent) {
    database.transact(
        handle ->
            handle
                .createUpdate(
                    "insert into accounts values (:login, :name, 'none', :role, :manager, now())"
                        + " on conflict do nothing")
                .bind("login", agent.login())
                .bind("name", agent.name())
                .bind("role", agent.role().label())
                .bind("manager", agent.managerId())
                .execute());
  }

  /** Lets time go on. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** The job tells these messages now, each at the next offset of the same partition. */
  public void tell(CaseMessage... messages) {
    for (CaseMessage message : messages) {
      tell(message, new Told(0, offset++, now));
    }
  }

  /** The job has told a message there. */
  public Change tell(CaseMessage message, Told told) {
    return database.transact(
        handle -> {
          try {
            List<Change> changes =
                intake.take(handle, List.of(HeardCase.of(CaseJson.write(message), told)));
            return changes.isEmpty() ? null : changes.get(0);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Executes a statement without results. */
  public void sql(String statement) {
    database.transact(handle -> handle.execute(statement));
  }
}
