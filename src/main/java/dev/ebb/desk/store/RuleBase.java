package dev.ebb.desk.store;

import dev.ebb.config.RuleIntake;
import dev.ebb.desk.store.PublishedRules.Published;
import dev.ebb.signal.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The rules that the operator's files hold, and what the job lets in beside them.
 *
 * @param rules by id
 * @param texts what they are written in, by id
 */
public record RuleBase(Map<String, Rule> rules, Map<String, String> texts, RuleIntake intake) {
  public RuleBase {
    rules = Map.copyOf(rules);
    texts = Map.copyOf(texts);
  }

  /** The text by which the job goes: the published one, else the file's; null for neither. */
  String textOf(String rule, Published published) {
    return published == null ? texts.get(rule) : published.rule().text();
  }

  /** What tells one text from every other, as hexadecimal digits. */
  static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }
}
