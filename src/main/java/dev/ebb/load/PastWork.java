package dev.ebb.load;

import dev.ebb.desk.store.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What has happened before at a desk of this size, for the lead's figures. */
final class PastWork {
  /** One case in ten is over and was worked, others are held out; some customers have left. */
  private static final List<String> STATEMENTS =
      List.of(
          """
          insert into case_news
          select alert_id, feed_partition, feed_offset, revision, told_at, state, reason, risk, rules
          from cases on conflict do nothing
          """,
          """
          insert into cases
          select (jsonb_populate_record(null::cases, to_jsonb(c) || jsonb_build_object(
            'alert_id', 'past-' || c.alert_id, 'place', 'ended', 'state', 'cleared',
            'last_outcome', 'accepted', 'opened_at', c.opened_at - interval '60 days'))).*
          from cases c where hashtext(c.alert_id) % 10 = 0
          """,
          """
          insert into outcomes (id, alert_id, customer_id, kind, agent, at, recorded_at,
            release_at, sent_at, turn)
          select 'o-' || kind || alert_id, alert_id, customer_id, kind,
            'agent-' || abs(hashtext(alert_id) % 20), opened_at + interval '9 hours',
            opened_at, opened_at, opened_at, 1
          from cases cross join (values ('claimed'), ('reached'), ('accepted')) as kinds (kind)
          where place = 'ended'
          """,
          """
          insert into withheld
          select 'w-' || alert_id, decode(md5(alert_id), 'hex'), 0, 0, 1, 'withheld',
            'hold-out', playbook, rules, opened_at, told_at
          from cases where hashtext(alert_id) % 10 = 1
          """,
          """
          insert into exits
          select customer_id, customer_hash, opened_at + interval '20 days', 'ported-out',
            rules[1], 'signal', arpu, tier, '{}'
          from cases where hashtext(alert_id) % 50 = 0 on conflict do nothing
          """,
          """
          insert into win_backs (customer_id, due_on, playbook)
          select customer_id, at::date + days, 'win-back' from exits
          cross join (values (7), (30), (90)) as calls (days)
          """,
          "vacuum (analyze)");

  private PastWork() {}

  /** Writes it down; on a connection of its own, for it takes longer than the desk waits. */
  static void write(Database.Access access) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    }
  }
}
