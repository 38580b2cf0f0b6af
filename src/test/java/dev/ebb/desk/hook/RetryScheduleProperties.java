package dev.ebb.desk.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RetryScheduleProperties {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofHours(2);
  private static final int ATTEMPTS = 1_000;

  @Property(seed = "1")
  void shouldWaitHalfToAllOfTwiceTheWaitBefore(
      @ForAll @IntRange(min = 1, max = ATTEMPTS - 1) int failed,
      @ForAll @DoubleRange(min = 0, max = 0.99) double chance) {
    double doubled = Math.min(LONGEST.toMillis(), FIRST.toMillis() * Math.pow(2, failed - 1));
    RetrySchedule schedule = new RetrySchedule(FIRST, LONGEST, ATTEMPTS, () -> chance);
    long wait = schedule.after(failed).orElseThrow().toMillis();
    assertThat((double) wait).isBetween(doubled / 2, doubled);
  }

  @Property(seed = "1")
  void shouldGiveUpAfterTheLastAttempt(@ForAll @IntRange(min = 1, max = 100) int attempts) {
    RetrySchedule schedule = new RetrySchedule(FIRST, LONGEST, attempts, () -> 0);
    assertThat(schedule.after(attempts)).isEmpty();
    assertThat(schedule.after(attempts - 1)).isPresent();
  }
}
