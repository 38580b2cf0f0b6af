package dev.ebb.config;

import dev.ebb.signal.Rule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** All rules, each id once, in the order of their ids. */
public record RuleSet(List<Rule> rules) {

  public RuleSet {
    rules = rules.stream().sorted(Comparator.comparing(Rule::id)).toList();
  }

  /** Names this content, whatever the files look like: 16 hex digits. */
  public String digest() {
    String content = rules.stream().map(Rule::toString).collect(Collectors.joining("\n"));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a problem for each rule that looks further back than days are kept. */
  public void refuseBeyond(int ringDays, String where, Problems problems) {
    for (Rule rule : rules) {
      String refusal = tooFarBack(rule, ringDays);
      if (refusal != null) {
        problems.add(where, 1, "", refusal);
      }
    }
  }

  /** Why a rule cannot be read from so many closed days; null if it can. */
  static String tooFarBack(Rule rule, int ringDays) {
    int needed = rule.detector().daysNeeded();
    return needed <= ringDays
        ? null
        : "detector of the rule %s must look back at most %d days (ledger.ring) but was %d days"
            .formatted(rule.id(), ringDays, needed);
  }
}
