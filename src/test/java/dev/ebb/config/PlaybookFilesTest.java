package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.retention.Channel;
import dev.ebb.retention.Playbook;
import dev.ebb.retention.Playbooks;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookFilesTest {
  private static final Path SHIPPED = Path.of("config/playbooks");
  private static final Currency YUAN = Currency.getInstance("CNY");

  @TempDir Path folder;

  private final Problems problems = new Problems();

  @Test
  void shouldShipEveryPlaybookWithoutAProblem() {
    Playbooks playbooks = PlaybookFiles.load(SHIPPED, YUAN, problems);

    assertThat(problems.list()).isEmpty();
    assertThat(playbooks.ids())
        .containsAll(IntStream.rangeClosed(0, 16).mapToObj(i -> "P" + i).toList())
        .contains("P14-price", "P14-service");
    assertThat(playbooks).isEqualTo(PlaybookFiles.bundled(YUAN));
  }

  @Test
  void shouldSayEverythingInBothLanguages() {
    for (Playbook playbook : PlaybookFiles.bundled(YUAN).byId().values()) {
      List<Text> texts =
          Stream.of(
                  Stream.of(playbook.title(), playbook.opener()),
                  playbook.mayOffer().stream().map(Playbook.Offer::what),
                  playbook.mustNot().stream())
              .flatMap(stream -> stream)
              .toList();
      assertThat(texts).as(playbook.id()).allMatch(text -> text.en().matches("\\p{ASCII}+"));
      assertThat(texts).as(playbook.id()).allMatch(text -> text.zh().matches(".*\\p{IsHan}.*"));
    }
  }

  @Test
  void shouldNameAPlaybookForEveryShippedRule() {
    assertThat(RuleFiles.bundled(YUAN).rules())
        .extracting(Rule::playbook)
        .isSubsetOf(PlaybookFiles.bundled(YUAN).ids());
  }

  @Test
  void shouldOweRepairsAndBillsToEverybody() {
    assertThat(PlaybookFiles.bundled(YUAN).byId().values())
        .filteredOn(Playbook::owed)
        .extracting(Playbook::id)
        .containsExactlyInAnyOrder("P6", "P7", "P12");
  }

  @Test
  void shouldReadWhatIsWritten() throws IOException {
    Playbook playbook =
        read(
            PLAIN
                + """
                may-offer:
                  trial: {en: A trial, zh: 试用, up-to: 12.50}
                  pack: {en: A pack, zh: 流量包, up-to: 15 %}
                  word: {en: A good word, zh: 问候}
                """);

    assertThat(problems.list()).isEmpty();
    assertThat(playbook.levers()).containsExactly(3, 4);
    assertThat(playbook.stages()).containsExactly(Stage.CLIMAX, Stage.DECLINE);
    assertThat(playbook.channels().get(Tier.GOLD)).containsExactly(Channel.SHOP);
    assertThat(playbook.channels().get(Tier.VALUED))
        .containsExactly(Channel.ACCOUNT_MANAGER, Channel.SMS);
    assertThat(playbook.channels().get(Tier.STANDARD)).isEmpty();
    assertThat(playbook.mayOffer())
        .extracting(Playbook.Offer::amount)
        .containsExactly(1250L, null, null);
    assertThat(playbook.mayOffer())
        .extracting(Playbook.Offer::share)
        .containsExactly(null, .15, null);
    assertThat(playbook.owed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: P3 | id: three | 1 | id must be such as P4 but was three",
        "lever: [3, 4] | lever: [0] | 3 | lever must be numbers from 1 to 16 but was 0",
        "stages: [C, D] | stages: [F] | 4 | stages must be of A, B, C, D, E but was F",
        "stages: [C, D] | stages: [] | 1 | stages must name at least one of A, B, C, D, E",
        "opener: {en: Hello, zh: 您好} | opener: {en: Hello} | 8 | opener.zh is missing",
        "gold: [shop] | gold: [fax] | 7 | channels.gold must be of account-manager, community-manager,"
            + " hotline, shop, agent-store, sms, app, web, inbound but was fax",
        "gold: [shop] | golden: [shop] | 7 | channels.golden is unknown; known keys are all, diamond,"
            + " gold, mid-high, silver, standard, valued",
        "sell: {en: Sell, zh: 推销} | sell: Sell | 10 | must-not.sell must be a section of keys and values",
      })
  void shouldReport(String written, String instead, int line, String message) throws IOException {
    assertThat(read(PLAIN.replace(written, instead))).isNull();

    assertThat(problems.list()).extracting(Problem::line).contains(line);
    assertThat(problems.list()).extracting(Problem::message).contains(message);
  }

  @Test
  void shouldReportACeilingThatIsNeitherAmountNorShare() throws IOException {
    read(PLAIN + "may-offer:\n  trial: {en: A trial, zh: 试用, up-to: much}\n");

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            folder.resolve("P3.yaml")
                + ":12: may-offer.trial.up-to must be an amount of CNY such as 20, or a share such"
                + " as 15 % but was much");
  }

  @Test
  void shouldReportAnIdThatIsThereTwice() throws IOException {
    Files.writeString(folder.resolve("P2.yaml"), PLAIN);
    read(PLAIN);

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("id must be unique but P3 is also in " + folder.resolve("P2.yaml"));
  }

  @Test
  void shouldNotDoWithoutThoseThatStandInForOthers() throws IOException {
    Files.writeString(folder.resolve("P3.yaml"), PLAIN);

    PlaybookFiles.load(folder, YUAN, problems);

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("playbook P0 is missing", "playbook P13 is missing");
  }

  @Test
  void shouldRefuseARuleWhosePlaybookIsUnknown() throws IOException {
    Path rule = folder.resolve("rule.yaml");
    String shipped = Files.readString(Path.of("config/rules/falling-mou.yaml"));
    Files.writeString(rule, shipped.replace("playbook: P1", "playbook: P99"));

    RuleSet rules = RuleFiles.load(folder, YUAN, problems);

    assertThat(rules.rules()).isEmpty();
    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list().get(0).message())
        .startsWith("playbook must be one of P0, P1, ")
        .endsWith(" but was P99");
    assertThat(problems.list().get(0).line()).isGreaterThan(10);
  }

  private static final String PLAIN =
      """
      id: P3
      title: {en: Spends less, zh: 消费下降}
      lever: [3, 4]
      stages: [C, D]
      channels:
        mid-high: [account-manager, sms]
        gold: [shop]
      opener: {en: Hello, zh: 您好}
      must-not:
        sell: {en: Sell, zh: 推销}
      """;

  private Playbook read(String text) throws IOException {
    for (String needed : List.of("P0.yaml", "P13.yaml")) {
      Files.copy(SHIPPED.resolve(needed), folder.resolve(needed));
    }
    Files.writeString(folder.resolve("P3.yaml"), text);
    return PlaybookFiles.load(folder, YUAN, problems).get("P3");
  }
}
