package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.signal.Condition;
import dev.ebb.signal.Expiry;
import dev.ebb.signal.Fall;
import dev.ebb.signal.FallingSpend;
import dev.ebb.signal.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFilesTest {

  private static final Currency YUAN = Currency.getInstance("CNY");
  private static final String RULE =
      """
      id: my-rule
      version: 1
      title: {en: Title, zh: 标题}
      status: active
      family: usage
      detector: {kind: falling-data, window: 7 d, baseline: 28 d, threshold: 0.4, sure-at: 4, minimum-per-week: 500 MB}
      persistence: 3 of 5
      weight: 0.15
      save: 0.5
      half-life: 14 d
      act-within: 72 h
      lever: [3, 4]
      playbook: P1
      why: {en: "{dropPercent} % less", zh: "少{dropPercent}%"}
      opener: {en: Hello, zh: 您好}
      """;

  @TempDir Path folder;

  private final Problems problems = new Problems();

  private RuleSet load() {
    return RuleFiles.load(folder, YUAN, problems);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void shouldReadARule() throws IOException {
    write("a.yaml", RULE);

    Rule rule = load().rules().get(0);
    assertThat(problems.list()).isEmpty();
    assertThat(rule.id()).isEqualTo("my-rule");
    assertThat(rule.persistence()).isEqualTo(new Rule.Persistence(3, 5));
    assertThat(rule.levers()).containsExactly(3, 4);
    assertThat(((Fall) rule.detector()).minimumPerWeek()).isEqualTo(500_000_000);
  }

  @Test
  void shouldReadMoneyInTheMajorUnitOfTheCurrency() throws IOException {
    write(
        "a.yaml",
        detector("{kind: falling-spend, threshold: 0.6, sure-at: 3.5, minimum-per-month: 10}"));

    assertThat(load().rules().get(0).detector()).isEqualTo(new FallingSpend(0.6, 3.5, 1_000, 100));
    assertThat(
            RuleFiles.load(folder, Currency.getInstance("JPY"), problems).rules().get(0).detector())
        .isEqualTo(new FallingSpend(0.6, 3.5, 10, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1 | id: My Rule | id must be lower-case words joined by hyphens but was My Rule",
        "2 | version: 0 | version must be at least 1 but was 0",
        "3 | title: {en: A} | title.zh is missing",
        "3 | title: {en: 'A {x}', zh: B} | title.en must not use {x}; numbers it may use: none",
        "4 | status: on | status must be one of active, shadow, off but was on",
        "5 | family: luck | family must be one of usage, money, contract, service, intent, life but was luck",
        "7 | persistence: 6 of 5 | persistence must be such as 3 of 5, at most 8 of 8 but was 6 of 5",
        "8 | weight: 1.5 | weight must be at most 1.0 but was 1.5",
        "9 | save: -1 | save must be at least 0.0 but was -1.0",
        "10 | half-life: 1 s | half-life must be at least 1 h but was 1 s",
        "11 | act-within: 31 d | act-within must be at most 30 days but was 31 days",
        "12 | lever: [17] | lever must be numbers from 1 to 16 but was 17",
        "12 | lever: [] | lever must name at least one lever",
        "13 | playbook: call | playbook must be P and a number but was call",
        "15 | opener: {en: 'Down {dropPercent}', zh: 好} | opener.en must not use {dropPercent}; numbers it may use: none",
        "14 | why: {en: 'In {gapDays}', zh: 好} | why.en must not use {gapDays}; numbers it may use: baselineMegabytes, dropPercent, regionPercent, windowMegabytes",
        "2 | version: | version is missing",
      })
  void shouldReport(int line, String replacement, String message) throws IOException {
    String[] lines = RULE.split("\n");
    lines[line - 1] = replacement;
    write("a.yaml", String.join("\n", lines));

    assertThat(load().rules()).isEmpty();
    assertThat(problems.list())
        .extracting(p -> p.line() + " | " + p.message())
        .containsExactly(line + " | " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{kind: tea-leaves} | detector.kind must be one of falling-mou, falling-incoming, falling-data, falling-sms, falling-use, second-sim, change-point, falling-spend, low-water-months, silence, dormant, thin-use, topup-gap, expiry, lapse, care-event, complaints, open-complaint, network-trouble, forwarding, downgrade, arrears, shrinking-circle, left-area, competitor-contact, contact-left but was tea-leaves",
        "{kind: falling-mou, window: 0 d, baseline: 28 d, threshold: 0.5, sure-at: 4, minimum-per-week: 10 min} | detector.window must be at least 1 day but was 0 days",
        "{kind: falling-mou, window: 7 d, baseline: 6 d, threshold: 0.5, sure-at: 4, minimum-per-week: 10 min} | detector.baseline must be at least 7 days but was 6 days",
        "{kind: falling-mou, window: 7 d, baseline: 28 d, threshold: 1, sure-at: 4, minimum-per-week: 10 min} | detector.threshold must be at most 0.99 but was 1.0",
        "{kind: falling-mou, window: 7 d, baseline: 28 d, threshold: 0.5, sure-at: 4, minimum-per-week: 10 s} | detector.minimum-per-week must be at least 1 min but was 10 s",
        "{kind: falling-mou, window: 7 d, baseline: 28 d, threshold: 0.5, sure-at: 4} | detector.minimum-per-week is missing",
        "{kind: falling-data, window: 7 d, baseline: 28 d, threshold: 0.5, sure-at: 4, minimum-per-week: 10} | detector.minimum-per-week must be a size such as 500 MB but was 10",
        "{kind: falling-mou, window: 7 d, baseline: 28 d, threshold: 0.5, sure-at: 0, minimum-per-week: 10 min} | detector.sure-at must be at least 0.5 but was 0.0",
        "{kind: falling-use, window: 7 d, baseline: 7 d, threshold: 0.5, sure-at: 4} | detector.baseline must be at least 14 days but was 7 days",
        "{kind: falling-sms, window: 7 d, baseline: 28 d, threshold: 0.5, sure-at: 4, minimum-per-week: 0} | detector.minimum-per-week must be at least 1 but was 0",
        "{kind: second-sim, window: 7 d, baseline: 28 d, threshold: 0.5, sure-at: 4, incoming-holds: 0.4, minimum-per-week: 10 min} | incoming-holds must be above threshold 0.5 but was 0.4",
        "{kind: change-point, measure: steps, window: 28 d, baseline: 56 d, slack: 0.5, limit: 5, minimum-per-week: 10 min} | detector.measure must be one of data, minutes, sms but was steps",
        "{kind: change-point, measure: minutes, window: 6 d, baseline: 56 d, slack: 0.5, limit: 5, minimum-per-week: 10 min} | window must be at least 7 but was 6 days",
        "{kind: change-point, measure: minutes, window: 28 d, baseline: 30 d, slack: 0.5, limit: 5, minimum-per-week: 10 min} | baseline must be whole weeks but was 30 days",
        "{kind: change-point, measure: minutes, window: 28 d, baseline: 56 d, slack: 0, limit: 5, minimum-per-week: 10 min} | detector.slack must be at least 0.1 but was 0.0",
        "{kind: change-point, measure: minutes, window: 28 d, baseline: 56 d, slack: 0.5, limit: 21, minimum-per-week: 10 min} | detector.limit must be at most 20.0 but was 21.0",
        "{kind: falling-spend, threshold: 0.6, sure-at: 3.5, minimum-per-month: 0.001} | detector.minimum-per-month must be an amount of CNY such as 120 but was 0.001",
        "{kind: falling-spend, threshold: 0.6, sure-at: 3.5, minimum-per-month: 0} | minimum-per-month must be at least 1 but was 0 minor units",
        "{kind: low-water-months, low-spend: 50, low-minutes: 100 min, member-spend: 40, member-minutes: 100 min} | member-spend must be at least 5000 but was 4000 minor units",
        "{kind: silence, minimum: 0 d, factor: 2, history: 28 d} | detector.minimum must be at least 1 day but was 0 days",
        "{kind: silence, minimum: 7 d, factor: 0.5, history: 28 d} | detector.factor must be at least 1.0 but was 0.5",
        "{kind: topup-gap, minimum: 7 d, factor: 2, known-gaps: 3, history: 6 d} | detector.history must be at least 7 days but was 6 days",
        "{kind: expiry, agreements: [lease], from: 30 d, to: 8 d} | detector.agreements must be of contract, discount, device, points but was lease",
        "{kind: expiry, agreements: [contract], from: 7 d, to: 8 d} | to must be at most 7 but was 8 days",
        "{kind: lapse, agreements: [], for: 30 d} | agreements must name at least one kind",
        "{kind: lapse, agreements: [contract], for: 0 d} | detector.for must be at least 1 day but was 0 days",
        "{kind: care-event, events: [], for: 5 d} | events must name at least one kind",
        "{kind: care-event, events: [resolved], ended-by: [resolved], for: 5 d} | ended-by must name other kinds than events",
        "{kind: care-event, events: [barred], for: 91 d} | detector.for must be at most 90 days but was 91 days",
        "{kind: care-event, events: [anger], for: 5 d} | detector.events must be of complaint, dispute, fault, dropped-call, port-out-enquiry, port-out-request, ported-out, cancel-request, cancelled, plan-changed, plan-renewed, forwarding-set, group-left, barred, resolved, competitor-contact, joined-again but was anger",
        "{kind: complaints, count: 0, within: 30 d, dispute-weighs: 1} | detector.count must be at least 1.0 but was 0.0",
        "{kind: complaints, count: 2, within: 181 d, dispute-weighs: 1} | detector.within must be at most 180 days but was 181 days",
        "{kind: complaints, count: 2, within: 30 d, dispute-weighs: 0.5} | detector.dispute-weighs must be at least 1.0 but was 0.5",
        "{kind: open-complaint, open-for: 72 h, within: 3 d} | within must be longer than open-for (72 hours) but was 3 days",
        "{kind: network-trouble, bad-days: 8, within: 7 d} | within must be at least 8 but was 7 days",
        "{kind: forwarding, kept: 0 h, for: 14 d} | detector.kept must be at least 1 h but was 0",
        "{kind: forwarding, kept: 48 h, for: 2 d} | for must be longer than kept (48 hours) but was 2 days",
        "{kind: downgrade, threshold: 0, for: 30 d} | detector.threshold must be at least 0.01 but was 0.0",
        "{kind: downgrade, threshold: 0.2, for: 91 d} | detector.for must be at most 90 days but was 91 days",
        "{kind: topup-gap, minimum: 7 d, factor: 2, known-gaps: 0, history: 56 d} | detector.known-gaps must be at least 1 but was 0",
        "{kind: arrears, overdue: 0 d, kept: 72 h, for: 60 d} | detector.overdue must be at least 1 day but was 0 days",
        "{kind: arrears, overdue: 7 d, kept: 72 h, for: 181 d} | detector.for must be at most 180 days but was 181 days",
        "{kind: lapse, agreements: [contract], for: 30 d, from: 3 d} | detector.from is unknown; known keys are agreements, for, kind",
      })
  void shouldReportOfADetector(String detector, String message) throws IOException {
    write("a.yaml", detector(detector));

    assertThat(load().rules()).isEmpty();
    assertThat(problems.list())
        .extracting(p -> p.line() + " | " + p.message())
        .containsExactly("6 | " + message);
  }

  @Test
  void shouldReadAConditionOverMoneyInTheMajorUnit() throws IOException {
    write("a.yaml", RULE + "if: arpu >= 120\n");

    Condition condition = load().rules().get(0).condition();
    assertThat(condition).hasToString("arpu >= 120");
    assertThat(condition.holds(fact -> 12_000L)).isTrue();
    assertThat(condition.holds(fact -> 11_999L)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`if: arpu >> 3` | 16:11: if must be a condition in CEL: extraneous input '>'",
        "`if: 'payment == \"prepaid\" && point > 3'` | 16:30: if must be a condition in CEL: undeclared reference to 'point'; known names are accountKind, activeDays28, arpu,",
        "`if: points > 3 || tier > 2` | 16:24: if must be a condition in CEL: found no matching overload for '_>_' applied to '(string, int)'",
        "`if: points` | 16:5: if must be a condition in CEL: expected type 'bool' but found 'int'",
        "`if: points >` | 16:13: if must be a condition in CEL: mismatched input '<EOF>'",
        "`if: \"known.points\\n && known.pionts\"` | 17:5: if must be a condition in CEL: undeclared reference to 'known'",
        "`if: 'payment == ''prepaid'' && pints > 3'` | 16:32: if must be a condition in CEL: undeclared reference to 'pints'",
        "`if: |\n  points > 3\n    && pints > 3` | 18:8: if must be a condition in CEL: undeclared reference to 'pints'",
        "`if: >-\n  points > 3\n  && pints > 3` | 18:6: if must be a condition in CEL: undeclared reference to 'pints'",
        "`if: points > 3\n  && pints > 3` | 17:6: if must be a condition in CEL: undeclared reference to 'pints'",
        "`if: [points]` | 16: if must be text but was a list",
      })
  void shouldTellWhereAConditionIsWrong(String condition, String place) throws IOException {
    write("a.yaml", RULE + condition.replace("\\n", "\n") + "\n");

    assertThat(load().rules()).isEmpty();
    assertThat(problems.list())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("a.yaml") + ":" + place);
  }

  @Test
  void shouldNotLetEventsThatSpeakForThemselvesWaitForMoreCloses() throws IOException {
    String rule = detector("{kind: complaints, count: 2, within: 30 d, dispute-weighs: 1.5}");
    write("a.yaml", rule);
    write("b.yaml", rule.replace("3 of 5", "1 of 1"));

    assertThat(load().rules()).hasSize(1);
    assertThat(problems.list())
        .extracting(p -> p.line() + " | " + p.message())
        .containsExactly("7 | persistence must be 1 of 1 where events speak for themselves");
  }

  private static String detector(String detector) {
    String[] lines = RULE.split("\n");
    lines[5] = "detector: " + detector;
    lines[13] = "why: {en: Less, zh: 减少}";
    return String.join("\n", lines);
  }

  @Test
  void shouldReportAnIdUsedTwice() throws IOException {
    write("a.yaml", RULE);
    write("b.yaml", RULE);

    assertThat(load().rules()).hasSize(1);
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            folder.resolve("b.yaml")
                + ":1: id must be unique but my-rule is also in "
                + folder.resolve("a.yaml"));
  }

  @Test
  void shouldReportAFolderWithoutRules() {
    load();

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("the folder has no *.yaml file");
  }

  @Test
  void shouldReportAFolderThatIsNotThere() {
    RuleFiles.load(folder.resolve("none"), YUAN, problems);

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("the folder cannot be read");
  }

  @Test
  void shouldNameTheContentNotTheFiles() throws IOException {
    write("a.yaml", RULE);
    String before = load().digest();
    Files.delete(folder.resolve("a.yaml"));
    write("b.yaml", "# the same rule\n" + RULE);
    String renamed = load().digest();
    write("b.yaml", RULE.replace("0.15", "0.16"));

    assertThat(renamed).isEqualTo(before).hasSize(16);
    assertThat(load().digest()).isNotEqualTo(before);
  }

  @Test
  void shouldShowTheRulesAsATable() {
    RulesCheck check = RulesCheck.of(null, YUAN);

    assertThat(check.problems()).isEmpty();
    assertThat(check.table().lines()).hasSize(1 + RuleFiles.bundled(YUAN).rules().size());
    assertThat(check.table())
        .containsPattern(
            "(?m)^silence +1 +active +usage +silence +1 of 1 +0.45 +0.3 +7 days +2 days +P10$");
  }

  @Test
  void shouldKnowAllKindsOfExpiry() {
    assertThat(RuleFiles.bundled(YUAN).rules())
        .extracting(Rule::detector)
        .filteredOn(Expiry.class::isInstance)
        .hasSize(2);
  }

  @Test
  void shouldHoldHowFarRulesLookBackAgainstTheDepthOfTheRing() {
    Problems problems = new Problems();
    RuleFiles.bundled(YUAN).refuseBeyond(56, "config/rules", problems);
    assertThat(problems.list()).isEmpty();

    RuleFiles.bundled(YUAN).refuseBeyond(50, "config/rules", problems);
    assertThat(problems.list())
        .extracting(Problem::toString)
        .contains(
            "config/rules:1: detector of the rule topup-gap must look back at most 50 days"
                + " (ledger.ring) but was 56 days");
  }
}
