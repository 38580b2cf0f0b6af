package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.Feed;
import dev.ebb.retention.LegalStop;
import dev.ebb.retention.LegalStop.Trigger;
import dev.ebb.risk.Cohorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {

  private static final Path SHIPPED = Path.of("config/ebb.yaml");

  @TempDir Path folder;

  private final Problems problems = new Problems();

  private Settings read(String text) {
    return read(text, Map.of());
  }

  private Settings read(String text, Map<String, String> variables) {
    return SettingsFile.read(Yaml.read("ebb.yaml", text, problems), Path.of("conf"), variables);
  }

  @Test
  void shouldShipTheDefaults() {
    assertThat(SettingsFile.load(SHIPPED)).isEqualTo(Settings.defaults());
  }

  @Test
  void shouldNameEverySettingInTheShippedFile() {
    Section file = Yaml.read(SHIPPED, problems);
    SettingsFile.read(file, Path.of("config"), Map.of());

    assertThat(file.absentKeys()).isEmpty();
  }

  @Test
  void shouldReadAnEmptyFileAsTheDefaults() {
    assertThat(read("")).isEqualTo(Settings.defaults());
  }

  @Test
  void shouldReadWhatDiffersFromTheDefaults() {
    Settings settings =
        read(
            """
            zone: Europe/London
            currency: GBP
            ledger: {close-grace: 10 min, ring: 120 d}
            watch: {shadow: true, bands: {high: 0.4}}
            value: {valued-arpu: 24.50}
            feeds: {usage: {topics: [cdr.north, cdr.south], mapping: mappings/cdr.yaml}}
            rules: our-rules
            runtime: {parallelism: 8, checkpoint-dir: "s3://bucket/ebb"}
            """);

    assertThat(problems.list()).isEmpty();
    assertThat(settings.ledger().zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(settings.watch().zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(settings.ledger().closeGrace()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.ledger().ringDays()).isEqualTo(120);
    assertThat(settings.watch().shadow()).isTrue();
    assertThat(settings.watch().bands().high()).isEqualTo(0.4);
    assertThat(settings.watch().valuation().valuedArpu()).isEqualTo(2450);
    assertThat(settings.feeds().get(Feed.USAGE).topics()).containsExactly("cdr.north", "cdr.south");
    assertThat(settings.feeds().get(Feed.USAGE).mapping())
        .isEqualTo(Path.of("conf/mappings/cdr.yaml"));
    assertThat(settings.feeds().get(Feed.SPEND).topics()).containsExactly("ebb.spend");
    assertThat(settings.rules()).isEqualTo(Path.of("conf/our-rules"));
    assertThat(settings.runtime().parallelism()).isEqualTo(8);
    assertThat(settings.runtime().checkpointDir()).isEqualTo("s3://bucket/ebb");
  }

  @Test
  void shouldReadTheLawOfTheJurisdiction() {
    assertThat(read("policy: {jurisdiction: US}").watch().legalStop())
        .isEqualTo(new LegalStop(Trigger.CARRIER_NOTICE, null));
    assertThat(
            read("""
                    policy:
                      jurisdiction: FR
                      legal-stops: {FR: {from: port-out-request, lapse: 10 d}, GB: {lapse: 31 d}}
                    """)
                .watch()
                .legalStop())
        .isEqualTo(new LegalStop(Trigger.PORT_OUT_REQUEST, Duration.ofDays(10)));
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void shouldReadTheDatesOfCohorts() {
    Settings settings = read("cohorts: {dates: [2026-10-15, 2026-01-01], low-arpu: 24.50}");

    assertThat(settings.watch().valuation().cohorts())
        .isEqualTo(
            new Cohorts(
                List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 10, 15)),
                12,
                2_450,
                6_000,
                3));
  }

  @Test
  void shouldTakeSecretsFromTheEnvironmentAndNeverShowThem() {
    Settings settings =
        read(
            """
            kafka:
              bootstrap-servers: ${BROKER}:9092
              properties:
                sasl.jaas.config: password='${PASS}';
            """,
            Map.of("BROKER", "kafka-1", "PASS", "s3$cret"));

    assertThat(problems.list()).isEmpty();
    assertThat(settings.kafka().bootstrapServers()).isEqualTo("kafka-1:9092");
    assertThat(settings.kafka().properties())
        .containsEntry("sasl.jaas.config", "password='s3$cret';");
    assertThat(settings.toString()).contains("sasl.jaas.config").doesNotContain("cret");
  }

  @Test
  void shouldReportAVariableThatIsNotSet() {
    assertThat(read("kafka:\n  properties:\n    ssl.key.password: ${NOPE}\n")).isNull();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "ebb.yaml:3: kafka.properties.ssl.key.password needs the environment variable NOPE,"
                + " which is not set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "zone: Mars/Base | zone must be a time zone such as Asia/Shanghai but was Mars/Base",
        "currency: XXX | currency must be an ISO 4217 currency such as CNY but was XXX",
        "time: {max-disorder: 2 h} | time.max-disorder must be at most 1 h but was 2 h",
        "time: {idle-after: 0 s} | time.idle-after must be at least 1 s but was 0",
        "time: {future-tolerance: 2 h} | time.future-tolerance must be at most 1 h but was 2 h",
        "time: {max-watermark-step: 1 h} | time.max-watermark-step must be at least 1 day but was 1 h",
        "ledger: {close-grace: 21 h} | ledger.close-grace must be at most 20 h but was 21 h",
        "ledger: {close-spread: 21 h} | ledger.close-spread must be at most 20 h but was 21 h",
        "ledger: {ring: 34 d} | ledger.ring must be at least 35 days but was 34 days",
        "ledger: {dedup-window: 1 s} | ledger.dedup-window must be at least 1 h but was 1 s",
        "ledger: {end-of-life: 91 d} | ledger.end-of-life must be at least 92 days but was 91 days",
        "ledger: {bundle: {held: -1}} | ledger.bundle.held must be at least 0 but was -1",
        "ledger: {return-after: 0 d} | ledger.return-after must be at least 1 day but was 0 days",
        "index: {min-customers: 0} | index.min-customers must be at least 1 but was 0",
        "watch: {off-below: 0.6} | watch.off-below must be at most 0.5 but was 0.6",
        "watch: {expire-after: 0 h} | watch.expire-after must be at least 1 h but was 0",
        "watch: {shadow: maybe} | watch.shadow must be true or false but was maybe",
        "value: {valued-arpu: 1.234} | value.valued-arpu must be an amount of CNY such as 120 but was 1.234",
        "value: {valued-mou: 32 d} | value.valued-mou must be at most 31 days but was 32 days",
        "stages: {acquisition: 0 d} | stages.acquisition must be at least 1 day but was 0 days",
        "value: {top-share: 0.6} | value.top-share must be at most 0.5 but was 0.6",
        "cohorts: {follow-months: 13} | cohorts.follow-months must be at most 12 but was 13",
        "cohorts: {dates: weekly} | cohorts.dates must be quarterly or dates such as 2026-01-01 but"
            + " was weekly",
        "cohorts: {dates: []} | cohorts.dates must be quarterly or at least one date but was empty",
        "stages: {decline-risk: 2} | stages.decline-risk must be at most 1.0 but was 2.0",
        "policy: {jurisdiction: XX} | policy.jurisdiction must be one of CN, GB, IN, US but was XX",
        "policy: {legal-stops: {GB: {lapse: 1 s}}} | policy.legal-stops.GB.lapse must be at least 1 min but was 1 s",
        "policy: {legal-stops: {FR: {lapse: 1 d}}} | policy.legal-stops.FR.from is missing",
        "policy: {legal-stops: {CN: {from: rumour}}} | policy.legal-stops.CN.from must be one of port-out-request, carrier-notice but was rumour",
        "budget: {per-day: -1} | budget.per-day must be at least 0 but was -1",
        "kafka: {delivery: maybe} | kafka.delivery must be one of at-least-once, exactly-once but was maybe",
        "kafka: {transaction-timeout: 1 s} | kafka.transaction-timeout must be at least 1 min but was 1 s",
        "kafka: {group-id: ''} | group-id must not be empty",
        "kafka: {properties: {group.id: x}} | kafka.properties.group.id must be set as kafka.group-id",
        "kafka: {properties: {enable.auto.commit: true}} | kafka.properties.enable.auto.commit is fixed by the job",
        "feeds: {usage: {topics: a b}} | feeds.usage.topics must be of 1 to 249 letters, digits, '.', '_' or '-' but was a b",
        "topics: {alerts: ..} | topics.alerts must be of 1 to 249 letters, digits, '.', '_' or '-' but was ..",
        "topics: {alerts: x, withheld: x} | topics must differ, for whoever reads alerts may call, but were x, x, ebb.stages, ebb.exits, ebb.kpis, ebb.rejected, ebb.rules",
        "feeds: {usage: {topics: ebb.alerts}} | feeds must not read a topic that the job writes but one reads ebb.alerts",
        "runtime: {max-parallelism: 0} | runtime.max-parallelism must be at least 1 but was 0",
        "runtime: {parallelism: 5000} | runtime.parallelism must be at most 4096 but was 5000",
        "runtime: {checkpoint-interval: 1 ms} | runtime.checkpoint-interval must be at least 1 s but was 1 ms",
      })
  void shouldReport(String yaml, String message) {
    assertThat(read(yaml)).isNull();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly("ebb.yaml:1: " + message);
  }

  @Test
  void shouldReportBandsThatDoNotRise() {
    read("watch:\n  bands: {elevated: 0.6}\n");

    assertThat(problems.list()).extracting(Problem::line).containsExactly(2);
    assertThat(problems.list().get(0).message()).startsWith("bands must be 0 < elevated < high");
  }

  @Test
  void shouldReportAStopThatWouldBeForgottenBeforeItLapses() {
    read("{ledger: {end-of-life: 100 d}, policy: {legal-stops: {CN: {lapse: 101 d}}}}");

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly(
            "lapse of the policy's legal stop must be at most ledger.end-of-life (100 days)"
                + " but was 101 days");
  }

  @Test
  void shouldReportATransactionThatEndsBeforeItsCheckpoint() {
    read(
        """
        kafka: {delivery: exactly-once, transaction-timeout: 1 min}
        runtime: {checkpoint-interval: 40 s}
        """);

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly(
            "kafka.transaction-timeout must be at least twice runtime.checkpoint-interval (40 s)"
                + " but was 1 min");
  }

  @Test
  void shouldSendCookiesByHttpsOnlyWhereBrowsersComeByIt() {
    assertThat(read("desk: {public-url: 'https://desk.example'}").desk().isSecure()).isTrue();
    assertThat(read("desk: {public-url: 'http://desk.example'}").desk().isSecure()).isFalse();
    assertThat(Settings.defaults().desk().isSecure()).isFalse();
  }

  @Test
  void shouldRefuseUnknownKeysAtEveryDepth() throws IOException {
    Path file = Files.writeString(folder.resolve("my.yaml"), "zon: x\ntime:\n  max-disordr: 1 s\n");

    assertThatThrownBy(() -> SettingsFile.load(file))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining(file + ":1: zon is unknown; known keys are budget, case, cohorts, ")
        .hasMessageContaining(file + ":3: time.max-disordr is unknown; known keys are future-")
        .satisfies(e -> assertThat(((InvalidConfiguration) e).problems()).hasSize(2));
  }
}
