package dev.ebb.desk.store;

import static dev.ebb.desk.store.TestDesk.LEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.desk.store.RuleBook.Refusal;
import dev.ebb.desk.store.RuleTelling.Publication;
import dev.ebb.signal.Rule.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was decided on its way to the job, while others publish too. */
class RuleTellingIT extends RuleStage {
  @Test
  void shouldSendAgainWhatKafkaDidNotTake() {
    book.stop(SILENCE, LEA, "why not");
    assertThatThrownBy(
            () ->
                book.telling()
                    .drain(
                        due -> {
                          throw new IllegalStateException("away");
                        }))
        .hasMessage("away");
    assertThat(book.telling().waiting()).isEqualTo(1);
    send();
    assertThat(book.telling().waiting()).isZero();
    assertThat(running(SILENCE).status()).isEqualTo(Status.OFF);
  }

  @Test
  void shouldSendAStopAgainFromTheNewerVersionThatTheJobHadReadFirst() {
    book.stop(SILENCE, LEA, "calls the wrong people");
    Publication stop = drain().get(0);
    publish(SILENCE, text(8, "active"));
    assertThatThrownBy(() -> publish(SILENCE, stop.text(), stop.step()))
        .hasMessage("version must be above 8 to change this rule but was 1");
    assertThat(running(SILENCE).status()).isEqualTo(Status.ACTIVE);
    assertThat(state(SILENCE).isMoving()).isTrue();
    assertThat(book.telling().waiting()).isEqualTo(1);

    send();

    assertThat(running(SILENCE).version()).isEqualTo(8);
    assertThat(running(SILENCE).status()).isEqualTo(Status.OFF);
    assertThat(state(SILENCE).isMoving()).isFalse();
    assertThat(book.telling().waiting()).isZero();
  }

  @Test
  void shouldNotTakeAStopForDoneBeforeItIsReadBack() {
    book.stop(SILENCE, LEA, "calls the wrong people");
    Publication stop = drain().get(0);
    publish(SILENCE, text(1, "off"));
    assertThat(state(SILENCE).isMoving()).isTrue();
    assertThat(drain()).isEmpty();

    desk.pass(Duration.ofMinutes(1));
    assertThat(drain()).extracting(Publication::step).containsExactly(stop.step());
    publish(SILENCE, stop.text(), stop.step());
    assertThat(state(SILENCE).isMoving()).isFalse();
    desk.pass(Duration.ofMinutes(1));
    assertThat(drain()).isEmpty();
  }

  @Test
  void shouldNotStartWhatWasPublishedAfterItWasAskedFor() {
    book.stop(SILENCE, LEA, "why not");
    send();
    book.ask(SILENCE, LEA, "mended");
    assertThat(state(SILENCE).last().status()).isEqualTo(Status.ACTIVE);
    publish(SILENCE, text(8, "off"));

    assertThat(decide(SUN, true)).isEqualTo(Refusal.CHANGED);
    assertThat(decide(SUN, false)).isNull();
    book.ask(SILENCE, LEA, "this one");
    assertThat(decide(SUN, true)).isNull();
    publish(SILENCE, text(9, "off"));
    send();

    assertThat(running(SILENCE).version()).isEqualTo(9);
    assertThat(running(SILENCE).status()).isEqualTo(Status.OFF);
    assertThat(state(SILENCE).last().decision()).isEqualTo("overtaken");
    assertThat(audit()).contains("sun rule-start-overtaken silence changed since lea asked");
    assertThat(book.ask(SILENCE, LEA, "the newest")).isNull();
  }
}
