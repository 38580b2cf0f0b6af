package dev.ebb.config;

import dev.ebb.codec.RawRecord;
import dev.ebb.event.RejectReason;
import dev.ebb.signal.Rule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** Decides which records of the rules' topic may change the running set. */
public final class RuleIntake {
  /** Bytes of a rule; the shipped ones have some 2,000. */
  static final int LONGEST = 64 << 10;

  private static final int SHOWN_PROBLEMS = 5;

  private final Currency currency;
  private final Set<String> playbooks;
  private final int ringDays;

  /**
   * What is decided of a record: a rule, its removal, or a refusal.
   *
   * @param published null if it is refused
   * @param reason null unless it is refused
   * @param refusal names the field, the bound and the value; null unless it is refused
   */
  public record Verdict(PublishedRule published, RejectReason reason, String refusal) {
    public boolean isRefused() {
      return published == null;
    }
  }

  /**
   * An intake of rules with amounts of money in this currency, which go by these playbooks and are
   * read from so many closed days.
   */
  public RuleIntake(Currency currency, Set<String> playbooks, int ringDays) {
    this.currency = currency;
    this.playbooks = playbooks;
    this.ringDays = ringDays;
  }

  /** The id of the rule that a record is about; empty if it has no key. */
  public static String idOf(RawRecord record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }

  /**
   * Judges a record. A newer version replaces an older one; the same version may change its status
   * alone, so that nobody has to count versions to pause a rule. Once a rule was taken back, any
   * version may come.
   *
   * @param standing what is published of this rule, or null
   */
  public Verdict judge(RawRecord record, PublishedRule standing) {
    String id = idOf(record);
    if (id.isEmpty()) {
      return refused(RejectReason.MISSING_FIELD, "key must be the id of a rule but was empty");
    }
    long offset = record.place().offset();
    byte[] value = record.value();
    if (value == null) {
      return new Verdict(new PublishedRule(id, null, offset), null, null);
    }
    if (value.length > LONGEST) {
      return refused(
          RejectReason.TOO_LONG,
          "rule must have at most %d bytes but had %d".formatted(LONGEST, value.length));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      return judge(new PublishedRule(id, text, offset), standing);
    } catch (CharacterCodingException e) {
      return refused(RejectReason.INVALID_UTF8, "rule must be UTF-8 but was not");
    }
  }

  private Verdict judge(PublishedRule published, PublishedRule standing) {
    Problems problems = new Problems();
    Rule rule = parse(published, problems);
    if (rule == null) {
      return refused(RejectReason.WRONG_FIELD, inOneLine(problems.list()));
    }
    if (!rule.id().equals(published.id())) {
      return refused(
          RejectReason.WRONG_FIELD,
          "id must be the record's key %s but was %s".formatted(published.id(), rule.id()));
    }
    String tooFarBack = RuleSet.tooFarBack(rule, ringDays);
    if (tooFarBack != null) {
      return refused(RejectReason.WRONG_FIELD, tooFarBack);
    }
    Rule before = standing == null ? null : parse(standing);
    if (before != null) {
      boolean differs = !rule.with(before.status()).equals(before);
      if (rule.version() < before.version() || (differs && rule.version() == before.version())) {
        return refused(
            RejectReason.WRONG_FIELD,
            "version must be above %d to change this rule but was %d"
                .formatted(before.version(), rule.version()));
      }
    }
    return new Verdict(published, null, null);
  }

  /** The rule of a text; null for a removal, and where what was once let in no longer may be. */
  public Rule parse(PublishedRule published) {
    Rule rule = published.isRemoval() ? null : parse(published, new Problems());
    return rule == null || RuleSet.tooFarBack(rule, ringDays) != null ? null : rule;
  }

  private Rule parse(PublishedRule published, Problems problems) {
    return RuleFiles.parse(published.id(), published.text(), currency, playbooks, problems);
  }

  private static Verdict refused(RejectReason reason, String message) {
    return new Verdict(null, reason, message);
  }

  private static String inOneLine(List<Problem> problems) {
    List<String> shown = problems.stream().limit(SHOWN_PROBLEMS).map(Problem::toString).toList();
    int more = problems.size() - shown.size();
    return String.join("; ", shown) + (more > 0 ? "; and %d more".formatted(more) : "");
  }
}
