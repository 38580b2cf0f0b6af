package dev.ebb.desk.store;

import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Signal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Takes the job's cases over. Upserts by {@code alertId}, and the highest offset wins: what comes
 * again, or late, changes nothing.
 */
public final class CaseIntake {
  private final CaseWriting writing;

  /** Keeps customers under this hash. */
  public CaseIntake(CustomerHash hash) {
    this.writing = new CaseWriting(hash);
  }

  /**
   * Takes messages over in their order, with a handful of statements for as many cases as there
   * are; a case that comes again waits for the next handful.
   *
   * @return what has changed
   */
  public List<Change> take(Handle handle, List<HeardCase> messages) {
    List<Change> changes = new ArrayList<>();
    Map<String, HeardCase> round = new LinkedHashMap<>();
    for (HeardCase message : messages) {
      if (round.containsKey(message.alertId())) {
        changes.addAll(takeRound(handle, round.values()));
        round.clear();
      }
      round.put(message.alertId(), message);
    }
    changes.addAll(takeRound(handle, round.values()));
    return changes;
  }

  private List<Change> takeRound(Handle handle, Collection<HeardCase> messages) {
    Map<String, Known> known = known(handle, messages);
    List<Change> changes = new ArrayList<>();
    List<CaseWriting.Row> rows = new ArrayList<>();
    for (HeardCase heard : messages) {
      Known before = known.get(heard.alertId());
      if (before == null || before.isBefore(heard)) {
        Standing standing = before == null ? Standing.NEW : before.standing();
        Place place = standing.after(heard.message(), heard.told().appendedAt());
        rows.add(new CaseWriting.Row(heard, place, before == null));
        boolean wasThere = before != null && standing.place() == Place.TO_DO;
        changes.add(Change.of(heard.alertId(), place == Place.TO_DO && !wasThere));
      }
    }
    if (!rows.isEmpty()) {
      writing.write(handle, rows);
    }
    return changes;
  }

  private record Known(int partition, long offset, int revision, Standing standing) {
    /** Offsets tell the order within a partition; after a repartitioning revisions do. */
    boolean isBefore(HeardCase heard) {
      return partition == heard.told().partition()
          ? offset < heard.told().offset()
          : revision < heard.message().revision();
    }
  }

  /**
   * Locks what is there, always in the same order, so that two who do so cannot block each other.
   */
  private static Map<String, Known> known(Handle handle, Collection<HeardCase> messages) {
    Map<String, Known> known = new HashMap<>();
    if (!messages.isEmpty()) {
      handle
          .createQuery(
              """
              select alert_id, feed_partition, feed_offset, revision, place, holder, last_outcome,
                settled_at
              from cases where alert_id = any(:ids) order by alert_id for update
              """)
          .bindArray("ids", String.class, messages.stream().map(HeardCase::alertId).toList())
          .map((row, context) -> Map.entry(row.getString("alert_id"), known(row)))
          .forEach(one -> known.put(one.getKey(), one.getValue()));
    }
    return known;
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        row.getInt("feed_partition"),
        row.getLong("feed_offset"),
        row.getInt("revision"),
        new Standing(
            Place.of(row.getString("place")),
            row.getString("holder"),
            row.getString("last_outcome"),
            CaseRows.time(row, "settled_at")));
  }

  static List<String> rules(CaseMessage message) {
    return message.signals().stream().map(Signal::rule).distinct().toList();
  }
}
