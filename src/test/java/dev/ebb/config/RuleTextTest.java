package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Status;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTextTest {
  private static final Currency YUAN = Currency.getInstance("CNY");
  private static final Set<String> PLAYBOOKS = PlaybookFiles.bundled(YUAN).ids();

  @Test
  void shouldChangeNothingButTheStatusOfAnyShippedRule() {
    Map<String, String> texts = RuleFiles.texts(null, YUAN, PLAYBOOKS);
    assertThat(texts).hasSameSizeAs(RuleFiles.bundled(YUAN).rules());
    for (Rule rule : RuleFiles.bundled(YUAN).rules()) {
      String text = texts.get(rule.id());
      for (Status status : Status.values()) {
        String changed = RuleText.with(text, status);
        assertThat(parse(changed)).isEqualTo(rule.with(status));
        assertThat(RuleText.with(changed, rule.status())).isEqualTo(text);
      }
    }
  }

  @Test
  void shouldKeepCommentsAndFindTheStatusWhereverItStands() {
    assertThat(RuleText.with("# 注 𠮷\nid: a\nstatus:   active  # on\nif: x", Status.OFF))
        .isEqualTo("# 注 𠮷\nid: a\nstatus:   off  # on\nif: x");
    assertThat(RuleText.with("{id: a, status: \"active\", x: {status: active}}", Status.SHADOW))
        .isEqualTo("{id: a, status: shadow, x: {status: active}}");
  }

  @Test
  void shouldAddAStatusWhereThereIsNone() {
    assertThat(RuleText.with("# why\nid: a\nx: 1\n", Status.OFF))
        .isEqualTo("# why\nstatus: off\nid: a\nx: 1\n");
    assertThat(RuleText.with("  id: a\n  x: 1\n", Status.OFF))
        .isEqualTo("  status: off\n  id: a\n  x: 1\n");
    assertThat(RuleText.with("{id: a}", Status.OFF)).isEqualTo("{status: off, id: a}");
  }

  @Test
  void shouldRefuseWhatIsNoRule() {
    assertThatThrownBy(() -> RuleText.with("- a", Status.OFF))
        .hasMessage("rule must be a section of keys and values but was not");
  }

  private static Rule parse(String text) {
    Problems problems = new Problems();
    Rule rule = RuleFiles.parse("rule", text, YUAN, PLAYBOOKS, problems);
    problems.throwIfAny();
    return rule;
  }
}
