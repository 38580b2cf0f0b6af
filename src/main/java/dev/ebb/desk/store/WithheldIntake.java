package dev.ebb.desk.store;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.Withheld;
import java.io.IOException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Takes over what may not be worked, only to be counted and compared: without the customer's
 * number, under the reason and the day on which it was first told, and with when a legal stop was
 * told last.
 */
public final class WithheldIntake {
  private final CustomerHash hash;

  /** Keeps customers under this hash. */
  public WithheldIntake(CustomerHash hash) {
    this.hash = hash;
  }

  /**
   * Takes one message over; the highest offset of a case wins.
   *
   * @throws IOException if this is no case
   */
  public void take(Handle handle, byte[] json, Told told) throws IOException {
    CaseMessage message = CaseJson.read(json);
    if (message.isContactable()) {
      throw new IOException("withheld must say why but was null");
    }
    handle
        .createUpdate(
            """
            insert into withheld as w (alert_id, customer_hash, feed_partition, feed_offset,
              revision, state, reason, playbook, rules, opened_at, told_at, stopped_at, arm)
            values (:id, :hash, :partition, :offset, :revision, :state, :reason, :playbook, :rules,
              :openedAt, :toldAt, :stoppedAt, :arm)
            on conflict (alert_id) do update set
              feed_partition = excluded.feed_partition, feed_offset = excluded.feed_offset,
              revision = excluded.revision, state = excluded.state,
              stopped_at = greatest(w.stopped_at, excluded.stopped_at),
              arm = case when w.arm = 'held-out' then w.arm else coalesce(excluded.arm, w.arm) end
            where case when w.feed_partition = excluded.feed_partition
              then w.feed_offset < excluded.feed_offset else w.revision < excluded.revision end
            """)
        .bind("id", message.alertId())
        .bind("hash", hash.of(message.customerId()))
        .bind("partition", told.partition())
        .bind("offset", told.offset())
        .bind("revision", message.revision())
        .bind("state", message.state().label())
        .bind("reason", message.withheld().label())
        .bind("playbook", message.recommended() == null ? null : message.recommended().playbook())
        .bindArray("rules", String.class, CaseIntake.rules(message))
        .bind("openedAt", Instant.ofEpochMilli(message.openedAt()))
        .bind("toldAt", Instant.ofEpochMilli(message.at()))
        .bind("stoppedAt", isStopped(message) ? Instant.ofEpochMilli(message.at()) : null)
        .bind("arm", arm(message.withheld()))
        .execute();
  }

  /**
   * Who is held out is drawn before it is asked whether the day's budget or the household lets
   * anybody call: those whom these two keep back belong to the treated. Whoever was once held out
   * stays so.
   */
  private static String arm(Withheld reason) {
    return switch (reason) {
      case HOLD_OUT -> "held-out";
      case BUDGET, HOUSEHOLD -> "treated";
      default -> null;
    };
  }

  private static boolean isStopped(CaseMessage message) {
    return message.withheld() == Withheld.LEGAL_STOP
        || Withheld.LEGAL_STOP.label().equals(message.reason());
  }
}
