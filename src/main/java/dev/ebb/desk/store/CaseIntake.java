package dev.ebb.desk.store;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.CaseMessage.Signal;
import dev.ebb.signal.Text;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Takes the job's cases over. Upserts by {@code alertId}, and the highest offset wins: what comes
 * again, or late, changes nothing.
 */
public final class CaseIntake {
  private static final String DAILY = "daily";
  private static final String ERASED = "erased";

  private final CustomerHash hash;

  /** Keeps customers under this hash. */
  public CaseIntake(CustomerHash hash) {
    this.hash = hash;
  }

  /**
   * Takes one message over.
   *
   * @return what has changed, or null if nothing has
   * @throws IOException if this is no case
   */
  public Change take(Handle handle, byte[] json, Told told) throws IOException {
    CaseMessage message = CaseJson.read(json);
    Known known = known(handle, message.alertId());
    if (known != null && !known.isBefore(message, told)) {
      return null;
    }
    Standing standing = known == null ? Standing.NEW : known.standing();
    Place place = standing.after(message, told.appendedAt());
    write(handle, json, message, told, place);
    if (!DAILY.equals(message.reason())) {
      news(handle, message, told);
      boolean isErased = ERASED.equals(message.reason());
      CaseEvents.tell(handle, message, known == null, isErased, told.appendedAt());
    }
    boolean wasThere = known != null && standing.place() == Place.TO_DO;
    return Change.of(message.alertId(), place == Place.TO_DO && !wasThere);
  }

  private record Known(int partition, long offset, int revision, Standing standing) {
    /** Offsets tell the order within a partition; after a repartitioning revisions do. */
    boolean isBefore(CaseMessage message, Told told) {
      return partition == told.partition() ? offset < told.offset() : revision < message.revision();
    }
  }

  private static Known known(Handle handle, String alertId) {
    return handle
        .createQuery(
            """
            select feed_partition, feed_offset, revision, place, holder, last_outcome, settled_at
            from cases where alert_id = :id for update
            """)
        .bind("id", alertId)
        .map(
            (row, context) ->
                new Known(
                    row.getInt("feed_partition"),
                    row.getLong("feed_offset"),
                    row.getInt("revision"),
                    new Standing(
                        Place.of(row.getString("place")),
                        row.getString("holder"),
                        row.getString("last_outcome"),
                        CaseRows.time(row, "settled_at"))))
        .findOne()
        .orElse(null);
  }

  private void write(Handle handle, byte[] json, CaseMessage message, Told told, Place place)
      throws IOException {
    Update update =
        handle
            .createUpdate(CaseSql.UPSERT)
            .bind("id", message.alertId())
            .bind("customer", message.customerId())
            .bind("hash", hash.of(message.customerId()))
            .bind("partition", told.partition())
            .bind("offset", told.offset())
            .bind("revision", message.revision())
            .bind("state", message.state().label())
            .bind("reason", message.reason())
            .bind("openedAt", Instant.ofEpochMilli(message.openedAt()))
            .bind("toldAt", Instant.ofEpochMilli(message.at()))
            .bind("seenAt", told.appendedAt())
            .bind("risk", message.risk())
            .bind("priority", message.priority())
            .bind("arpu", message.value() == null ? null : message.value().arpu())
            .bind("tier", message.value() == null ? null : message.value().tier().label())
            .bind("stage", message.stage() == null ? null : message.stage().code())
            .bind("actBy", Instant.ofEpochMilli(message.actBy()))
            .bind("message", MaskedJson.of(json, message.customerId()))
            .bind("place", place.label());
    bindMove(update, message.recommended());
    bindReasons(update, message);
    update.execute();
    if (ERASED.equals(message.reason())) {
      Erasure.ofCase(handle, message.alertId());
    }
  }

  private static void bindMove(Update update, Recommended move) {
    Long from = move == null ? null : move.contactFrom();
    update
        .bind("lever", move == null ? null : move.lever())
        .bind("playbook", move == null ? null : move.playbook())
        .bind("channel", move == null ? null : move.channel())
        .bind("contactFrom", from == null ? null : Instant.ofEpochMilli(from));
  }

  private static void bindReasons(Update update, CaseMessage message) {
    Signal first = message.signals().isEmpty() ? null : message.signals().get(0);
    Text why = first == null || first.why() == null ? null : first.why();
    Text filled = why == null ? null : why.filledWith(first.evidence());
    update
        .bindArray("rules", String.class, rules(message))
        .bind("whyEn", filled == null ? null : filled.en())
        .bind("whyZh", filled == null ? null : filled.zh());
  }

  static List<String> rules(CaseMessage message) {
    return message.signals().stream().map(Signal::rule).distinct().toList();
  }

  private static void news(Handle handle, CaseMessage message, Told told) {
    handle
        .createUpdate(
            """
            insert into case_news
            values (:id, :partition, :offset, :revision, :at, :state, :reason, :risk, :rules)
            on conflict do nothing
            """)
        .bind("id", message.alertId())
        .bind("partition", told.partition())
        .bind("offset", told.offset())
        .bind("revision", message.revision())
        .bind("at", Instant.ofEpochMilli(message.at()))
        .bind("state", message.state().label())
        .bind("reason", message.reason())
        .bind("risk", message.risk())
        .bindArray("rules", String.class, rules(message))
        .execute();
  }
}
