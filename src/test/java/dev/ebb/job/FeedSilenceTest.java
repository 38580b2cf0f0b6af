package dev.ebb.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedSilenceTest {
  private long now = 1_000_000;

  @Test
  void shouldCountSecondsSinceTheLastRecordOrTheStart() {
    FeedSilence silence = new FeedSilence(() -> now);
    now += 61_999;
    assertThat(silence.getValue()).isEqualTo(61);

    silence.end();
    assertThat(silence.getValue()).isZero();
    now -= 5_000;
    assertThat(silence.getValue()).as("a clock that was put back").isZero();
  }
}
