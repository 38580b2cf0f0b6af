package dev.ebb.desk.store;

import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.CaseMessage.Signal;
import dev.ebb.signal.Text;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes what the job has said of cases, each kind of row in one batch. */
record CaseWriting(CustomerHash hash) {
  /**
   * What to write of a message.
   *
   * @param place where the case is now
   * @param isFirst whether it is the first of its case
   */
  record Row(HeardCase heard, Place place, boolean isFirst) {
    CaseMessage message() {
      return heard.message();
    }
  }

  /** Writes rows of different cases. */
  void write(Handle handle, List<Row> rows) {
    PreparedBatch cases = handle.prepareBatch(CaseSql.UPSERT);
    for (Row row : rows) {
      bindTold(cases, row);
      bindMove(cases, row.message().recommended());
      bindReasons(cases, row.message());
      cases.add();
    }
    cases.execute();
    rows.stream()
        .filter(row -> row.heard().isErased())
        .forEach(row -> Erasure.ofCase(handle, row.heard().alertId()));
    List<Row> news = rows.stream().filter(row -> !row.heard().isDaily()).toList();
    if (!news.isEmpty()) {
      news(handle, news);
      CaseEvents.tell(handle, news);
    }
  }

  private void bindTold(PreparedBatch batch, Row row) {
    CaseMessage message = row.message();
    Told told = row.heard().told();
    batch
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
        .bind("message", row.heard().masked())
        .bind("place", row.place().label());
  }

  private static void bindMove(PreparedBatch batch, Recommended move) {
    batch
        .bind("lever", move == null ? null : move.lever())
        .bind("playbook", move == null ? null : move.playbook())
        .bind("channel", move == null ? null : move.channel())
        .bind("contactFrom", move == null ? null : time(move.contactFrom()))
        .bind("contactUntil", move == null ? null : time(move.contactUntil()));
  }

  private static Instant time(Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static void bindReasons(PreparedBatch batch, CaseMessage message) {
    Signal first = message.signals().isEmpty() ? null : message.signals().get(0);
    Text why = first == null || first.why() == null ? null : first.why();
    Text filled = why == null ? null : why.filledWith(first.evidence());
    batch
        .bindArray("rules", String.class, CaseIntake.rules(message))
        .bind("whyEn", filled == null ? null : filled.en())
        .bind("whyZh", filled == null ? null : filled.zh());
  }

  private static void news(Handle handle, List<Row> rows) {
    PreparedBatch news =
        handle.prepareBatch(
            """
            insert into case_news
            values (:id, :partition, :offset, :revision, :at, :state, :reason, :risk, :rules)
            on conflict do nothing
            """);
    for (Row row : rows) {
      CaseMessage message = row.message();
      news.bind("id", message.alertId())
          .bind("partition", row.heard().told().partition())
          .bind("offset", row.heard().told().offset())
          .bind("revision", message.revision())
          .bind("at", Instant.ofEpochMilli(message.at()))
          .bind("state", message.state().label())
          .bind("reason", message.reason())
          .bind("risk", message.risk())
          .bindArray("rules", String.class, CaseIntake.rules(message))
          .add();
    }
    news.execute();
  }
}
