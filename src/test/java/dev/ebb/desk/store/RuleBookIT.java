package dev.ebb.desk.store;

import static dev.ebb.desk.store.TestDesk.LEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.desk.store.RuleBook.Refusal;
import dev.ebb.signal.Rule.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rules stopped and started again. */
class RuleBookIT extends RuleStage {
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
    assertThat(decide(LEA, true)).isEqualTo(Refusal.OWN);
    send();
    assertThat(running(SILENCE).status()).isEqualTo(Status.OFF);
    assertThat(decide(SUN, true)).isNull();
    send();

    assertThat(running(SILENCE)).isEqualTo(base.rules().get(SILENCE));
    assertThat(state(SILENCE).status()).isEqualTo(Status.ACTIVE);
    assertThat(state(SILENCE).isPublished()).isFalse();
    assertThat(decide(SUN, true)).isEqualTo(Refusal.OVER);
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

    assertThat(decide(SUN, true)).isEqualTo(Refusal.OVER);
    assertThat(book.ask(SILENCE, SUN, "then I ask")).isNull();
    assertThat(decide(LEA, true)).isNull();
    send();
    assertThat(running(SILENCE).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void shouldLetARequestBeRefusedOrWithdrawn() {
    book.stop(SILENCE, LEA, "why not");
    send();
    book.ask(SILENCE, LEA, "mended");
    assertThat(decide(SUN, false)).isNull();
    book.ask(SILENCE, LEA, "really");
    assertThat(decide(LEA, false)).isNull();
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
    decide(SUN, true);
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
    assertThatThrownBy(() -> take(record(SILENCE, text), null))
        .hasMessage("version must be above 3 to change this rule but was 1");
    assertThat(state(SILENCE).isPublished()).isTrue();
  }

  @Test
  void shouldNotAgreeToAnotherRequestThanTheOneThatWasRead() {
    book.stop(SILENCE, LEA, "why not");
    send();
    book.ask(SILENCE, LEA, "mended");
    long read = state(SILENCE).last().id();
    decide(LEA, false);
    book.ask(SILENCE, LEA, "something else");
    assertThat(book.decide(SILENCE, read, SUN, true)).isEqualTo(Refusal.OVER);
  }

  @Test
  void shouldOnlyStartForThoseTheProviderKnowsWhereThereIsOne() {
    book = new RuleBook(postgres.open(), desk.clocks, desk.changes, base, true);
    desk.sql(
        "insert into accounts (login, name, role, created_at, issuer, subject)"
            + " values ('sun', 'Sun', 'lead', now(), 'https://id', '1'),"
            + " ('ma', 'Ma', 'lead', now(), 'https://id', '2')");
    assertThat(book.stop(SILENCE, LEA, "anybody stops")).isNull();
    send();

    assertThat(book.ask(SILENCE, LEA, "mended")).isEqualTo(Refusal.LOCAL);
    assertThat(book.ask(SILENCE, SUN, "mended")).isNull();
    assertThat(decide(LEA, true)).isEqualTo(Refusal.LOCAL);
    assertThat(decide(new Agent("ma", "Ma", Role.LEAD, null), true)).isNull();
  }

  @Test
  void shouldWantAReason() {
    assertThat(book.stop(SILENCE, LEA, " ")).isEqualTo(Refusal.REASON);
    assertThat(book.stop(SILENCE, LEA, "x".repeat(201))).isEqualTo(Refusal.REASON);
    assertThat(book.stop(SILENCE, LEA, "x".repeat(200))).isNull();
    desk.pass(Duration.ofDays(1));
  }
}
