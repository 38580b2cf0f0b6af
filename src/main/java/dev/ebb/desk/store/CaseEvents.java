package dev.ebb.desk.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.codec.Masking;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What webhooks hear of a case. It is written in the transaction that takes the job's message over,
 * so nothing is lost between the two.
 */
public final class CaseEvents {
  /** The first message of a case. */
  public static final String OPENED = "case.opened";

  /** Any later one but the daily repeats and a verdict. */
  public static final String UPDATED = "case.updated";

  /** The job has found the customer saved or lost. */
  public static final String VERDICT = "case.verdict";

  /** All of them. */
  public static final List<String> ALL = List.of(OPENED, UPDATED, VERDICT);

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String NOBODY = "***";

  private CaseEvents() {}

  /** Writes deliveries for every webhook that wants to hear of these messages. */
  static void tell(Handle handle, List<CaseWriting.Row> rows) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into deliveries (id, webhook_id, event, alert_id, body, created_at, next_at)
            select gen_random_uuid(), id, :event, :alertId, :body, :now, :now
            from webhooks where :event = any(events)
            """);
    for (CaseWriting.Row row : rows) {
      String event = event(row.message(), row.isFirst());
      // An erased customer must not be named any more, not even in part.
      String customer = row.heard().isErased() ? NOBODY : row.message().customerId();
      batch
          .bind("event", event)
          .bind("alertId", row.heard().alertId())
          .bind("body", body(row.message(), event, customer))
          .bind("now", row.heard().told().appendedAt())
          .add();
    }
    batch.execute();
  }

  private static String event(CaseMessage message, boolean isFirst) {
    boolean isVerdict = message.state() == CaseState.SAVED || message.state() == CaseState.LOST;
    return isVerdict ? VERDICT : isFirst ? OPENED : UPDATED;
  }

  private static String body(CaseMessage message, String event, String customer) {
    ObjectNode body =
        MAPPER
            .createObjectNode()
            .put("event", event)
            .put("alertId", message.alertId())
            .put("revision", message.revision())
            .put("state", message.state().label());
    if (message.reason() != null) {
      body.put("reason", message.reason());
    }
    body.put("openedAt", time(message.openedAt()))
        .put("at", time(message.at()))
        .put("customer", Masking.masked(customer))
        .put("risk", message.risk())
        .put("priority", message.priority());
    if (message.value() != null) {
      body.put("tier", message.value().tier().label());
    }
    if (message.stage() != null) {
      body.put("stage", message.stage().code());
    }
    body.put("actBy", time(message.actBy()));
    CaseIntake.rules(message).forEach(body.putArray("rules")::add);
    return body.toString();
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
