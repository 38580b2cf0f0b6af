package dev.ebb.desk.store;

/** The statements on cases that share a part. */
final class CaseSql {
  /**
   * A case that has ended or is free again has no holder; region and the like are the profile's.
   */
  static final String UPSERT =
      """
      insert into cases as c (alert_id, customer_id, customer_hash, feed_partition, feed_offset,
        revision, state, reason, opened_at, told_at, seen_at, risk, priority, arpu, tier, stage,
        region, manager_id, lever, playbook, channel, act_by, contact_from, contact_until, rules, why_en, why_zh,
        words, message, place, first_playbook)
      select :id, :customer, :hash, :partition, :offset,
        :revision, :state, :reason, :openedAt, :toldAt, :seenAt, :risk, :priority, :arpu, :tier, :stage,
        p.region, p.manager_id, :lever, :playbook, :channel, :actBy, :contactFrom, :contactUntil, :rules, :whyEn, :whyZh,
        %s, :message::jsonb, :place, :playbook
      from (select 1) as one left join customers p on p.customer_id = :customer
      on conflict (alert_id) do update set
        feed_partition = excluded.feed_partition, feed_offset = excluded.feed_offset,
        revision = excluded.revision, state = excluded.state, reason = excluded.reason,
        told_at = excluded.told_at, seen_at = excluded.seen_at, risk = excluded.risk,
        priority = excluded.priority, arpu = excluded.arpu, tier = excluded.tier,
        stage = excluded.stage, region = excluded.region, manager_id = excluded.manager_id,
        lever = excluded.lever, playbook = excluded.playbook, channel = excluded.channel,
        act_by = excluded.act_by, contact_from = excluded.contact_from,
        contact_until = excluded.contact_until, rules = excluded.rules,
        why_en = excluded.why_en, why_zh = excluded.why_zh, words = excluded.words,
        message = excluded.message,
        first_playbook = coalesce(c.first_playbook, excluded.first_playbook),
        holder = case when c.place = excluded.place or excluded.place = 'to-do' and c.place = 'put-off'
          then c.holder end,
        due_at = case when excluded.place = 'put-off' then c.due_at end,
        turns = case when c.place = excluded.place then c.turns else c.turns + 1 end,
        place = excluded.place
      """
          .formatted(words(":rules", ":playbook", ":customer"));

  private CaseSql() {}

  /**
   * What a free text finds a case by, where {@code p} is the profile; what a hyphen or the like
   * joins is two words, as in the text.
   */
  static String words(String rules, String playbook, String customer) {
    return """
        strip(to_tsvector('simple', translate(
          concat_ws(' ', array_to_string(%s::text[], ' '), %s, right(%s, 4), p.region, p.plan),
          '-_./:@+&', '        ')))
        """
        .formatted(rules, playbook, customer);
  }
}
