package dev.ebb.desk.store;

import static dev.ebb.desk.store.TestDesk.LEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.config.LiveRules;
import dev.ebb.desk.store.RuleBook.Publication;
import dev.ebb.desk.store.RuleBook.Refusal;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules stopped and started again; a topic is played by a list, the job by its own running set. */
class RuleBookIT {
  private static final Agent SUN = new Agent("sun", "Sun", Role.LEAD, null);
  private static final String SILENCE = "silence";

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private final RuleBase base = TestRules.shipped();
  private final List<RawRecord> topic = new ArrayList<>();
  private TestDesk desk;
  private RuleBook book;

  @BeforeEach
  void open() {
    desk = new TestDesk(postgres.open());
    book = new RuleBook(postgres.open(), desk.clocks, desk.changes, base);
  }

  @Test
  void shouldStopARuleAtOnceAndLeaveEverythingElseOfItAsItIs() {
    assertThat(state(SILENCE).status()).isEqualTo(Status.ACTIVE);

    assertThat(book.stop(SILENCE, LEA, "calls the wrong people")).isNull();
    assertThat(state(SILENCE).last().isOnItsWay()).isTrue();
    send();

    assertThat(state(SILENCE).status()).isEqualTo(Status.OFF);
    assertThat(state(SILENCE).last().isOnItsWay()).isFalse();
    assertThat(running(SILENCE)).isEqualTo(base.rules().get(SILENCE).with(Status.OFF));
    assertThat(topic).hasSize(1);
    assertThat(book.stop(SILENCE, LEA, "again")).isEqualTo(Refusal.ALREADY);
    assertThat(audit()).containsExactly("lea rule-stop silence calls the wrong people");
  }

  @Test
  void shouldStartARuleAgainOnlyIfSomebodyElseAgrees() {
    book.stop(SILENCE, LEA, "why not");
    send();

    assertThat(book.ask(SILENCE, LEA, "mended")).isNull();
    assertThat(book.ask(SILENCE, SUN, "me too")).isEqualTo(Refusal.ASKED);
    assertThat(book.decide(SILENCE, LEA, true)).isEqualTo(Refusal.OWN);
    send();
    assertThat(running(SILENCE).status()).isEqualTo(Status.OFF);
    assertThat(book.decide(SILENCE, SUN, true)).isNull();
    send();

    assertThat(running(SILENCE)).isEqualTo(base.rules().get(SILENCE));
    assertThat(state(SILENCE).status()).isEqualTo(Status.ACTIVE);
    assertThat(state(SILENCE).isPublished()).isFalse();
    assertThat(book.decide(SILENCE, SUN, true)).isEqualTo(Refusal.OVER);
    assertThat(audit())
        .containsExactly(
            "lea rule-stop silence why not",
            "lea rule-start-asked silence mended",
            "sun rule-start-agreed silence asked by lea");
  }

  @Test
  void shouldNotLetTheTableHoldAStartThatOneAloneHasDecided() {
    assertThatThrownBy(
            () ->
                desk.sql(
                    """
                    insert into rule_steps (rule, status, status_before, reason, asked_by,
                      asked_at, decision, decided_by)
                    values ('silence', 'active', 'off', '-', 'lea', now(), 'done', 'lea')
                    """))
        .hasMessageContaining("rule_steps_check");
  }

  @Test
  void shouldForgetARequestThatNobodyDecidedInTime() {
    book.stop(SILENCE, LEA, "why not");
    send();
    book.ask(SILENCE, LEA, "mended");
    desk.pass(RuleBook.START_WAITS);

    assertThat(book.decide(SILENCE, SUN, true)).isEqualTo(Refusal.OVER);
    assertThat(book.ask(SILENCE, SUN, "then I ask")).isNull();
    assertThat(book.decide(SILENCE, LEA, true)).isNull();
    send();
    assertThat(running(SILENCE).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void shouldLetARequestBeRefusedOrWithdrawn() {
    book.stop(SILENCE, LEA, "why not");
    send();
    book.ask(SILENCE, LEA, "mended");
    assertThat(book.decide(SILENCE, SUN, false)).isNull();
    book.ask(SILENCE, LEA, "really");
    assertThat(book.decide(SILENCE, LEA, false)).isNull();
    send();

    assertThat(running(SILENCE).status()).isEqualTo(Status.OFF);
    assertThat(audit())
        .contains(
            "sun rule-start-refused silence asked by lea",
            "lea rule-start-withdrawn silence asked by lea");
  }

  @Test
  void shouldStartAPublishedRuleAsItWasPublishedAndRan() {
    String text =
        base.texts()
            .get(SILENCE)
            .replace("version: 1", "version: 7")
            .replace("status: active", "status: shadow");
    publish(SILENCE, text);
    assertThat(state(SILENCE).status()).isEqualTo(Status.SHADOW);
    book.stop(SILENCE, LEA, "why not");
    send();
    assertThat(running(SILENCE).status()).isEqualTo(Status.OFF);
    book.ask(SILENCE, LEA, "mended");
    book.decide(SILENCE, SUN, true);
    send();

    assertThat(running(SILENCE).version()).isEqualTo(7);
    assertThat(running(SILENCE).status()).isEqualTo(Status.SHADOW);
  }

  @Test
  void shouldKnowARuleThatOnlyTheTopicHas() {
    publish("quiet", base.texts().get(SILENCE).replace("id: silence", "id: quiet"));
    assertThat(state("quiet").isPublished()).isTrue();
    book.stop("quiet", LEA, "why not");
    send();
    assertThat(running("quiet").status()).isEqualTo(Status.OFF);

    publish("quiet", null);
    assertThat(book.rules()).noneMatch(it -> it.id().equals("quiet"));
    assertThat(book.stop("quiet", LEA, "why not")).isEqualTo(Refusal.UNKNOWN);
  }

  @Test
  void shouldRefuseWhatTheJobRefuses() {
    String text = base.texts().get(SILENCE);
    publish(SILENCE, text.replace("version: 1", "version: 3"));
    assertThatThrownBy(() -> take(record(SILENCE, text)))
        .hasMessage("version must be above 3 to change this rule but was 1");
    assertThat(state(SILENCE).isPublished()).isTrue();
  }

  @Test
  void shouldSendAgainWhatKafkaDidNotTake() {
    book.stop(SILENCE, LEA, "why not");
    assertThatThrownBy(
            () ->
                book.drain(
                    due -> {
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");
    assertThat(book.waiting()).isEqualTo(1);
    send();
    assertThat(book.waiting()).isZero();
    assertThat(running(SILENCE).status()).isEqualTo(Status.OFF);
  }

  @Test
  void shouldWantAReason() {
    assertThat(book.stop(SILENCE, LEA, " ")).isEqualTo(Refusal.REASON);
    assertThat(book.stop(SILENCE, LEA, "x".repeat(201))).isEqualTo(Refusal.REASON);
    assertThat(book.stop(SILENCE, LEA, "x".repeat(200))).isNull();
    desk.pass(Duration.ofDays(1));
  }

  private RuleState state(String id) {
    return book.rules().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /** What is due goes to the topic, and the desk reads it back. */
  private void send() {
    List<Publication> sent = new ArrayList<>();
    book.drain(sent::addAll);
    sent.forEach(it -> publish(it.rule(), it.text()));
  }

  private void publish(String id, String text) {
    RawRecord record = record(id, text);
    topic.add(record);
    take(record);
  }

  private RawRecord record(String id, String text) {
    return new RawRecord(
        new Place("ebb.rules", 0, topic.size()),
        id.getBytes(StandardCharsets.UTF_8),
        text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private void take(RawRecord record) {
    try {
      postgres
          .open()
          .transact(
              handle -> {
                book.published().take(handle, record);
                return null;
              });
    } catch (IOException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }

  /** As a job that reads the topic from its beginning. */
  private Rule running(String id) {
    LiveRules job = new LiveRules(List.copyOf(base.rules().values()), base.intake());
    job.load(topic);
    return job.running().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private List<String> audit() {
    List<String> lines =
        new ArrayList<>(
            new Audit(postgres.open(), desk.clocks)
                .newest(100).stream()
                    .map(it -> String.join(" ", it.actor(), it.action(), it.subject(), it.detail()))
                    .toList());
    java.util.Collections.reverse(lines);
    return lines;
  }
}
