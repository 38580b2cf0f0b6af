package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.signal.Rule;
import java.nio.file.Path;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

  private static final Path FOLDER = Path.of("config/rules");
  private static final Currency YUAN = Currency.getInstance("CNY");

  @Test
  void shouldLoadWithoutAProblem() {
    Problems problems = new Problems();
    RuleSet rules = RuleFiles.load(FOLDER, YUAN, problems);

    assertThat(problems.list()).isEmpty();
    assertThat(rules.rules())
        .extracting(Rule::id)
        .containsExactly(
            "arrears",
            "cancel-request",
            "change-point",
            "close-contact-left",
            "competitor-contact",
            "complaint-open",
            "complaints",
            "dormant",
            "downgrade",
            "expiry-30-days",
            "expiry-7-days",
            "expiry-lapsed",
            "fading-use",
            "falling-data",
            "falling-incoming",
            "falling-mou",
            "falling-sms",
            "falling-spend",
            "falling-use",
            "forwarding-off-net",
            "group-left",
            "joined-again",
            "left-area",
            "low-water-months",
            "network-trouble",
            "port-out-enquiry",
            "port-out-request",
            "second-sim",
            "shrinking-circle",
            "silence",
            "thin-use",
            "topup-gap");
  }

  @Test
  void shouldBeTheSameInsideTheJar() {
    assertThat(RuleFiles.bundled(YUAN).digest())
        .isEqualTo(RuleFiles.load(FOLDER, YUAN, new Problems()).digest());
  }

  @Test
  void shouldOnlyWatchMessagesAndShiftsForNow() {
    assertThat(RuleFiles.bundled(YUAN).rules())
        .filteredOn(rule -> rule.status() != Rule.Status.ACTIVE)
        .extracting(Rule::id, Rule::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("change-point", Rule.Status.SHADOW),
            org.assertj.core.groups.Tuple.tuple("falling-sms", Rule.Status.SHADOW),
            org.assertj.core.groups.Tuple.tuple("joined-again", Rule.Status.SHADOW));
  }
}
