package dev.ebb.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.event.Outcome;
import java.time.Instant;

/** An outcome on the wire, as those who work the alerts write it to {@code ebb.outcomes}. */
public final class OutcomeJson {

  private OutcomeJson() {}

  /**
   * The record as UTF-8; its key is the customer.
   *
   * @param id differs from that of any other outcome
   * @param at when it happened, epoch milliseconds
   */
  public static byte[] write(String id, String customerId, long at, Outcome outcome) {
    return write(id, customerId, at, outcome, null);
  }

  /**
   * The record with a note for other readers of the topic.
   *
   * @param note or null
   */
  public static byte[] write(String id, String customerId, long at, Outcome outcome, String note) {
    ObjectNode json =
        CaseJson.MAPPER
            .createObjectNode()
            .put("id", id)
            .put("alertId", outcome.alertId())
            .put("customerId", customerId)
            .put("at", Instant.ofEpochMilli(at).toString())
            .put("kind", outcome.kind().label());
    if (outcome.reason() != null) {
      json.put("reason", outcome.reason().label());
    }
    if (outcome.dueAt() != null) {
      json.put("dueAt", Instant.ofEpochMilli(outcome.dueAt()).toString());
    }
    if (outcome.by() != null) {
      json.put("by", outcome.by());
    }
    if (note != null) {
      json.put("note", note);
    }
    return JsonBytes.of(json);
  }
}
