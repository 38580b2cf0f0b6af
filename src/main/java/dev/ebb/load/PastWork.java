package dev.ebb.load;

import dev.ebb.desk.store.Database;

/** What has happened before at a desk of this size, for the lead's figures. */
final class PastWork {
  private PastWork() {}

  /**
   * Every fifth case is over and was worked, every fiftieth customer has left, others are held out.
   */
  static void write(Database database) {
    database.transact(
        handle -> {
          handle.execute(
              """
              insert into cases
              select (jsonb_populate_record(null::cases, to_jsonb(c) || jsonb_build_object(
                'alert_id', 'past-' || c.alert_id, 'place', 'ended', 'state', 'cleared',
                'last_outcome', 'accepted', 'opened_at', c.opened_at - interval '60 days'))).*
              from cases c where hashtext(c.alert_id) % 5 = 0
              """);
          handle.execute(
              """
              insert into outcomes (id, alert_id, customer_id, kind, agent, at, recorded_at,
                release_at, sent_at, turn)
              select 'o-' || kind || alert_id, alert_id, customer_id, kind,
                'agent-' || abs(hashtext(alert_id) % 20), opened_at + interval '9 hours',
                opened_at, opened_at, opened_at, 1
              from cases cross join (values ('claimed'), ('reached'), ('accepted')) as kinds (kind)
              where place = 'ended'
              """);
          handle.execute(
              """
              insert into withheld
              select 'w-' || alert_id, decode(md5(alert_id), 'hex'), 0, 0, 1, 'withheld',
                'hold-out', playbook, rules, opened_at, told_at
              from cases where hashtext(alert_id) % 10 = 1
              """);
          handle.execute(
              """
              insert into exits
              select customer_id, customer_hash, opened_at + interval '20 days', 'ported-out',
                rules[1], 'signal', arpu, tier, '{}'
              from cases where hashtext(alert_id) % 50 = 0 on conflict do nothing
              """);
          return handle.execute("analyze");
        });
  }
}
