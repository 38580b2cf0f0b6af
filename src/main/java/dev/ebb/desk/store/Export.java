package dev.ebb.desk.store;

import dev.ebb.codec.Masking;
import dev.ebb.desk.store.Figures.Span;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables to be taken along, row by row; customers' numbers are masked, also where typed in. */
public final class Export {
  private static final int BATCH = 500;

  /** As people write numbers; digits of any script, wide ones too. */
  private static final Pattern NUMBER =
      Pattern.compile("[+＋]?[(（]?\\p{Nd}[\\p{Nd}\\s\\u00A0\\u3000().（）．·\\-‐‑–－]{5,}\\p{Nd}");

  private final Database database;
  private final ZoneId zone;

  /**
   * Tables of this database.
   *
   * @param zone in which times are told
   */
  public Export(Database database, ZoneId zone) {
    this.database = database;
    this.zone = zone;
  }

  /** What can be taken along. */
  public enum Table {
    /** Cases that began in a span. */
    CASES(
        """
        select alert_id, customer_id, state, reason, opened_at, act_by, risk, priority, arpu, tier,
          stage, region, lever, playbook, channel, rules, place, holder, attempts, last_outcome,
          last_outcome_at
        from cases where opened_at >= :from and opened_at < :to order by opened_at, alert_id
        """),
    /** Outcomes that were recorded in a span. */
    OUTCOMES(
        """
        select id, alert_id, customer_id, kind, reason, asked, due_at, agent, at, note
        from outcomes where at >= :from and at < :to order by seq
        """),
    /** Exits in a span, and the calls that followed. */
    EXITS(
        """
        select customer_id, at, how, cause, known_by, arpu, tier, w.calls, w.last_result
        from exits left join lateral (
          select sum(attempts) as calls, (array_agg(result order by due_on desc)
            filter (where result is not null))[1] as last_result
          from win_backs where win_backs.customer_id = exits.customer_id) w on true
        where at >= :from and at < :to order by at, customer_hash
        """);

    private final String sql;

    Table(String sql) {
      this.sql = sql;
    }

    /** The word in addresses. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Takes rows; the first one names the columns. */
  @FunctionalInterface
  public interface Sink {
    /** Takes one row; absent values are empty. */
    void row(List<String> cells);
  }

  /** Reads a table. However many rows there are, few are held at a time. */
  public void read(Table table, Span span, Sink sink) {
    database.transact(
        handle ->
            handle
                .createQuery(table.sql)
                .setFetchSize(BATCH)
                .bind("from", span.from())
                .bind("to", span.to())
                .scanResultSet(
                    (rows, context) -> {
                      pass(rows.get(), sink);
                      return null;
                    }));
  }

  private void pass(ResultSet rows, Sink sink) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnLabel(i));
    }
    sink.row(names);
    while (rows.next()) {
      List<String> cells = new ArrayList<>();
      for (String name : names) {
        cells.add(cell(name, rows.getObject(name)));
      }
      sink.row(cells);
    }
  }

  /** The same with what looks like a customer's number masked. */
  static String withoutNumbers(String typed) {
    return NUMBER.matcher(typed).replaceAll(it -> Masking.masked(it.group()));
  }

  private String cell(String name, Object value) throws SQLException {
    if (value == null) {
      return "";
    }
    if (value instanceof Timestamp time) {
      return time.toInstant()
          .truncatedTo(ChronoUnit.SECONDS)
          .atZone(zone)
          .toOffsetDateTime()
          .toString();
    }
    if (value instanceof Array array) {
      return Arrays.stream((Object[]) array.getArray())
          .map(String::valueOf)
          .collect(Collectors.joining(";"));
    }
    return switch (name) {
      case "customer_id" -> Masking.masked(value.toString());
      case "note", "reason", "asked" -> withoutNumbers(value.toString());
      default -> value.toString();
    };
  }
}
