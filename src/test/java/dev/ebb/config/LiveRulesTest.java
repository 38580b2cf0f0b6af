package dev.ebb.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.event.RejectReason;
import dev.ebb.signal.Rule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveRulesTest {
  private static final Currency YUAN = Currency.getInstance("CNY");
  private static final int RING_DAYS = 35;
  private static final String RULE =
      """
      {id: busy, version: 2, title: {en: Busy, zh: 忙}, status: active, family: usage,
       detector: {kind: silence, minimum: 7 d, factor: 2, history: 28 d}, if: 'tier == "gold"',
       weight: 0.2, save: 0.5, half-life: 7 d, act-within: 48 h, lever: [3], playbook: P1,
       why: {en: Gone, zh: 走}, opener: {en: Hello, zh: 您好}}
      """;

  private final RuleIntake intake = new RuleIntake(YUAN, Set.of("P1"), RING_DAYS);
  private final List<RawRecord> topic = new ArrayList<>();

  @Test
  void shouldLetPublishedRulesStandBesideAndInPlaceOfBundledOnes() {
    List<Rule> bundled = RuleFiles.bundled(YUAN).rules();
    LiveRules rules = new LiveRules(bundled, intake);
    publish("busy", RULE);
    publish("silence", RULE.replace("id: busy", "id: silence"));

    rules.load(topic);

    assertThat(rules.running()).hasSize(bundled.size() + 1);
    assertThat(version(rules, "busy")).isEqualTo(2);
    assertThat(version(rules, "silence")).isEqualTo(2);
  }

  @Test
  void shouldGoBackToTheBundledRuleWhenThePublishedOneIsTakenBack() {
    LiveRules rules = new LiveRules(RuleFiles.bundled(YUAN).rules(), intake);
    rules.load(List.of(publish("silence", RULE.replace("id: busy", "id: silence"))));
    assertThat(version(rules, "silence")).isEqualTo(2);

    rules.apply(new PublishedRule("silence", null, 1));
    assertThat(version(rules, "silence")).isEqualTo(1);
  }

  @Test
  void shouldKnowTheOrderOfTheTopicHoweverOftenItIsRead() {
    LiveRules rules = new LiveRules(List.of(), intake);
    PublishedRule older = accepted(publish("busy", RULE), null);
    PublishedRule newer =
        accepted(publish("busy", RULE.replace("version: 2", "version: 3")), older);

    rules.apply(newer);
    rules.apply(older);

    assertThat(version(rules, "busy")).isEqualTo(3);
    rules.apply(new PublishedRule("busy", null, 9));
    rules.apply(newer);
    assertThat(rules.running()).isEmpty();
  }

  @Test
  void shouldTakeBackWhatTheTopicNoLongerHas() {
    LiveRules rules = new LiveRules(List.of(), intake);
    rules.apply(accepted(publish("busy", RULE), null));
    assertThat(rules.running()).hasSize(1);

    rules.load(List.of());

    assertThat(rules.hasChanged()).isTrue();
    assertThat(rules.running()).isEmpty();
  }

  @Test
  void shouldKeepWhatRanWhenTheTopicHoldsABrokenRule() {
    LiveRules rules = new LiveRules(List.of(), intake);
    publish("busy", RULE);
    publish("busy", RULE.replace("weight: 0.2", "weight: 7"));
    publish("busy", RULE.replace("version: 2", "version: 1"));

    rules.load(topic);

    assertThat(rules.running())
        .extracting(Rule::version, Rule::weight)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 0.2));
  }

  @Test
  void shouldFallBackToTheBundledRuleWhereAnEarlierTextCannotBeReadAnyMore() {
    List<Rule> bundled = RuleFiles.bundled(YUAN).rules();
    LiveRules rules = new LiveRules(bundled, intake);
    rules.apply(new PublishedRule("silence", "{of: another time}", 0));

    assertThat(rules.running()).isEqualTo(bundled);
  }

  @Test
  void shouldFallBackToTheBundledRuleWhereAnEarlierTextLooksBackBeyondTheRingOfToday() {
    String far = RULE.replace("id: busy", "id: silence").replace("history: 28 d", "history: 60 d");
    List<Rule> bundled = RuleFiles.bundled(YUAN).rules();
    LiveRules rules = new LiveRules(bundled, intake);
    rules.apply(new PublishedRule("silence", far, 0));

    assertThat(rules.running()).isEqualTo(bundled);
  }

  @Test
  void shouldReadEachTextOnceHoweverOftenTheSetIsAskedFor() {
    LiveRules rules = new LiveRules(List.of(), intake);
    rules.apply(accepted(publish("busy", RULE), null));

    Rule first = rules.running().get(0);
    assertThat(rules.hasChanged()).isFalse();
    rules.apply(new PublishedRule("other", null, 5));
    assertThat(rules.running().get(0)).isSameAs(first);
  }

  @Test
  void shouldNotReadWhatWasReplacedBeforeAnybodyAsked() {
    LiveRules rules = new LiveRules(List.of(), intake);
    for (int offset = 0; offset < 1_000; offset++) {
      rules.apply(new PublishedRule("busy", "nobody reads this", offset));
    }
    rules.apply(new PublishedRule("busy", RULE, 1_000));

    assertThat(rules.running()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "weight: 0.2 | weight: 7 | busy:3: weight must be at most 1.0 but was 7.0",
        "weight: 0.2 | wait: 0.2 | busy:1: weight is missing; busy:3: wait is unknown",
        "tier == | teer == | busy:2:74: if must be a condition in CEL: undeclared reference to 'teer'",
        "playbook: P1 | playbook: P2 | busy:3: playbook must be one of P1 but was P2",
        "id: busy | id: other | id must be the record's key busy but was other",
        "history: 28 d | history: 36 d | detector of the rule busy must look back at most 35 days "
            + "(ledger.ring) but was 36 days",
        "{id: | {{id: | busy:5: not valid YAML",
        "version: 2 | version: 1 | version must be above 2 to change this rule but was 1",
        "weight: 0.2 | weight: 0.3 | version must be above 2 to change this rule but was 2",
      })
  void shouldRefuse(String part, String replacement, String message) {
    PublishedRule standing = accepted(publish("busy", RULE), null);

    RuleIntake.Verdict verdict =
        intake.judge(publish("busy", RULE.replace(part, replacement)), standing);

    assertThat(verdict.isRefused()).isTrue();
    assertThat(verdict.reason()).isEqualTo(RejectReason.WRONG_FIELD);
    assertThat(verdict.refusal()).startsWith(message);
  }

  @Test
  void shouldRefuseWhatCannotBeARule() {
    assertThat(intake.judge(record(null, RULE.getBytes(UTF_8)), null).refusal())
        .isEqualTo("key must be the id of a rule but was empty");
    assertThat(intake.judge(record("busy", new byte[] {'a', -1}), null).refusal())
        .isEqualTo("rule must be UTF-8 but was not");
    assertThat(intake.judge(record("busy", new byte[RuleIntake.LONGEST + 1]), null).refusal())
        .isEqualTo("rule must have at most 65536 bytes but had 65537");
  }

  @Test
  void shouldLetAPauseAndARepetitionPassWithoutANewVersion() {
    PublishedRule standing = accepted(publish("busy", RULE), null);

    assertThat(intake.judge(publish("busy", RULE), standing).isRefused()).isFalse();
    assertThat(intake.judge(publish("busy", paused(RULE)), standing).isRefused()).isFalse();
    assertThat(intake.judge(publish("busy", null), standing).published().isRemoval()).isTrue();
  }

  @Test
  void shouldLetAnOlderVersionInOnceTheNewerIsTakenBack() {
    PublishedRule removed = new PublishedRule("busy", null, 7);

    assertThat(
            intake
                .judge(publish("busy", RULE.replace("version: 2", "version: 1")), removed)
                .isRefused())
        .isFalse();
  }

  private static String paused(String rule) {
    return rule.replace("status: active", "status: off");
  }

  private PublishedRule accepted(RawRecord record, PublishedRule standing) {
    return intake.judge(record, standing).published();
  }

  private RawRecord publish(String id, String text) {
    RawRecord record = record(id, text == null ? null : text.getBytes(UTF_8));
    topic.add(record);
    return record;
  }

  private RawRecord record(String id, byte[] value) {
    return new RawRecord(
        new Place("ebb.rules", 0, topic.size()), id == null ? null : id.getBytes(UTF_8), value);
  }

  private static int version(LiveRules rules, String id) {
    return rules.running().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow()
        .version();
  }
}
