package dev.ebb.desk.store;

import dev.ebb.codec.RawRecord;
import dev.ebb.config.PublishedRule;
import dev.ebb.config.RuleIntake;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Status;
import dev.ebb.signal.Text;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the rules' topic holds, judged as the job judges it. */
public final class PublishedRules {
  private final RuleIntake intake;

  /** Takes over what this intake lets in. */
  public PublishedRules(RuleIntake intake) {
    this.intake = intake;
  }

  /** A published rule. */
  record Published(Text title, Status status, int version, PublishedRule rule) {}

  /**
   * Takes one record over.
   *
   * @throws IOException if the job refuses it, and why
   */
  public void take(Handle handle, RawRecord record) throws IOException {
    String id = RuleIntake.idOf(record);
    PublishedRule standing = find(handle, id).map(Published::rule).orElse(null);
    RuleIntake.Verdict verdict = intake.judge(record, standing);
    if (verdict.isRefused()) {
      throw new IOException(verdict.refusal());
    }
    PublishedRule published = verdict.published();
    Rule rule = intake.parse(published);
    if (rule == null) {
      handle.createUpdate("delete from published_rules where id = :id").bind("id", id).execute();
    } else {
      write(handle, rule, published);
    }
  }

  private static void write(Handle handle, Rule rule, PublishedRule published) {
    handle
        .createUpdate(
            """
            insert into published_rules
            values (:id, :text, :version, :status, :titleEn, :titleZh, :offset)
            on conflict (id) do update set text = excluded.text, version = excluded.version,
              status = excluded.status, title_en = excluded.title_en,
              title_zh = excluded.title_zh, feed_offset = excluded.feed_offset
            """)
        .bind("id", rule.id())
        .bind("text", published.text())
        .bind("version", rule.version())
        .bind("status", label(rule.status()))
        .bind("titleEn", rule.title().en())
        .bind("titleZh", rule.title().zh())
        .bind("offset", published.offset())
        .execute();
  }

  static Optional<Published> find(Handle handle, String id) {
    return Optional.ofNullable(all(handle).get(id));
  }

  /** All that are published now, by id. */
  static Map<String, Published> all(Handle handle) {
    Map<String, Published> all = new HashMap<>();
    handle
        .createQuery("select * from published_rules")
        .map(
            (row, context) ->
                new Published(
                    new Text(row.getString("title_en"), row.getString("title_zh")),
                    status(row.getString("status")),
                    row.getInt("version"),
                    new PublishedRule(
                        row.getString("id"), row.getString("text"), row.getLong("feed_offset"))))
        .forEach(it -> all.put(it.rule().id(), it));
    return all;
  }

  static String label(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static Status status(String label) {
    return Status.valueOf(label.toUpperCase(Locale.ROOT));
  }
}
