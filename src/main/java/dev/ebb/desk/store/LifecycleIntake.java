package dev.ebb.desk.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ebb.codec.LifecycleJson;
import dev.ebb.retention.StageChange;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Takes lifecycle stages and the departed over; a null value removes what was told before. */
public final class LifecycleIntake {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final CustomerHash hash;

  /** Keeps the departed under this hash. */
  public LifecycleIntake(CustomerHash hash) {
    this.hash = hash;
  }

  /**
   * Takes the customer's stage over.
   *
   * @throws IOException if this is no stage
   */
  public void takeStage(Handle handle, String customerId, byte[] json) throws IOException {
    if (json == null) {
      delete(handle, "delete from stages where customer_id = :id", customerId);
      return;
    }
    StageChange change = LifecycleJson.stageChange(json);
    handle
        .createUpdate(
            """
            insert into stages values (:id, :stage, :since, :reason)
            on conflict (customer_id) do update set
              stage = excluded.stage, since = excluded.since, reason = excluded.reason
            """)
        .bind("id", customerId)
        .bind("stage", change.to().code())
        .bind("since", Instant.ofEpochMilli(change.at()))
        .bind("reason", change.reason())
        .execute();
  }

  /**
   * Takes one of the departed over, or takes note that they are back. Told again, it changes
   * nothing of the calls on days that it still names: who has them, how often they were tried.
   *
   * @throws IOException if this is no exit
   */
  public void takeExit(Handle handle, String customerId, byte[] json) throws IOException {
    if (json == null) {
      dropCallsBut(handle, customerId, Set.of());
      delete(handle, "delete from exits where customer_id = :id", customerId);
      return;
    }
    JsonNode exit = MAPPER.readTree(json);
    try {
      Map<LocalDate, String> calls = calls(exit);
      write(handle, customerId, exit, MaskedJson.of(json, customerId));
      dropCallsBut(handle, customerId, calls.keySet());
      calls.forEach((on, playbook) -> write(handle, customerId, on, playbook));
    } catch (DateTimeException malformed) {
      throw new IOException("exit must have dates and times", malformed);
    }
  }

  private void write(Handle handle, String customerId, JsonNode exit, String masked) {
    handle
        .createUpdate(
            """
            insert into exits
            values (:id, :hash, :at, :how, :cause, :knownBy, :arpu, :tier, :exit::jsonb)
            on conflict (customer_id) do update set
              at = excluded.at, how = excluded.how, cause = excluded.cause,
              known_by = excluded.known_by, arpu = excluded.arpu, tier = excluded.tier,
              exit = excluded.exit
            """)
        .bind("id", customerId)
        .bind("hash", hash.of(customerId))
        .bind("at", Instant.parse(exit.path("at").asText()))
        .bind("how", exit.path("how").asText())
        .bind("cause", exit.path("cause").asText())
        .bind("knownBy", exit.path("knownBy").asText())
        .bind("arpu", exit.path("value").path("arpu").asLong())
        .bind("tier", exit.path("value").path("tier").asText())
        .bind("exit", masked)
        .execute();
  }

  /** Playbooks by the day of the call. */
  private static Map<LocalDate, String> calls(JsonNode exit) {
    Map<LocalDate, String> calls = new TreeMap<>();
    for (JsonNode call : exit.path("winBack")) {
      calls.put(LocalDate.parse(call.path("on").asText()), call.path("playbook").asText());
    }
    return calls;
  }

  private static void dropCallsBut(Handle handle, String customerId, Set<LocalDate> days) {
    handle
        .createUpdate(
            """
            delete from win_backs
            where customer_id = :id and result is null and due_on <> all(cast(:days as date[]))
            """)
        .bind("id", customerId)
        .bindArray("days", String.class, days.stream().map(LocalDate::toString).toList())
        .execute();
  }

  private static void write(Handle handle, String customerId, LocalDate on, String playbook) {
    handle
        .createUpdate(
            """
            insert into win_backs as w (customer_id, due_on, playbook) values (:id, :on, :playbook)
            on conflict (customer_id, due_on) do update set playbook = excluded.playbook
            where w.result is null
            """)
        .bind("id", customerId)
        .bind("on", on)
        .bind("playbook", playbook)
        .execute();
  }

  private static void delete(Handle handle, String statement, String customerId) {
    handle.createUpdate(statement).bind("id", customerId).execute();
  }
}
