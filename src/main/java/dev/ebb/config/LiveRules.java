package dev.ebb.config;

import dev.ebb.codec.RawRecord;
import dev.ebb.signal.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The running set: the bundled rules and, in their places or beside them, the published ones. A
 * change costs a look into a map; texts are read when the set is next asked for, each once.
 */
public final class LiveRules {
  private final List<Rule> bundled;
  private final RuleIntake intake;
  private final Map<String, PublishedRule> published = new HashMap<>();
  private final Map<String, Rule> read = new HashMap<>();
  private List<Rule> running;

  /** The bundled rules alone. */
  public LiveRules(List<Rule> bundled, RuleIntake intake) {
    this.bundled = List.copyOf(bundled);
    this.intake = intake;
  }

  /**
   * Takes the whole content of the rules' topic, in its order. What the topic no longer has was
   * taken back long ago; what it has and was known before has been judged.
   */
  public void load(List<RawRecord> records) {
    Set<String> present = new HashSet<>();
    for (RawRecord record : records) {
      String id = RuleIntake.idOf(record);
      present.add(id);
      if (isNews(id, record.place().offset())) {
        RuleIntake.Verdict verdict = intake.judge(record, published.get(id));
        if (!verdict.isRefused()) {
          apply(verdict.published());
        }
      }
    }
    if (published.keySet().retainAll(present)) {
      read.keySet().retainAll(present);
      running = null;
    }
  }

  /** Takes what was judged; what is older than what is known of the rule changes nothing. */
  public void apply(PublishedRule change) {
    if (isNews(change.id(), change.offset())) {
      published.put(change.id(), change);
      read.remove(change.id());
      running = null;
    }
  }

  private boolean isNews(String id, long offset) {
    PublishedRule known = published.get(id);
    return known == null || offset > known.offset();
  }

  /** Whether the set has changed since it was last asked for. */
  public boolean hasChanged() {
    return running == null;
  }

  /** The rules that hold now. A text that can no longer be read leaves the bundled rule. */
  public List<Rule> running() {
    if (running == null) {
      Map<String, Rule> rules = new TreeMap<>();
      bundled.forEach(rule -> rules.put(rule.id(), rule));
      for (PublishedRule rule : published.values()) {
        Rule known = read.computeIfAbsent(rule.id(), id -> intake.parse(rule));
        if (known != null) {
          rules.put(rule.id(), known);
        }
      }
      running = List.copyOf(rules.values());
    }
    return running;
  }
}
