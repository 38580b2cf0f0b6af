package dev.ebb.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertSpanTest {
  private static final long DAY = 86_400_000;
  private static final long ALERT = 1_000 * DAY;

  @Test
  void shouldMeasureWholeDaysFromTheFirstAlert() {
    AlertSpan span = AlertSpan.with(AlertSpan.with(null, ALERT), ALERT + 30 * DAY);

    assertThat(span.leadDays(ALERT + 35 * DAY + DAY / 2)).hasValue(35);
    assertThat(span.leadDays(ALERT - 1)).hasValue(0);
  }

  @Test
  void shouldNotLinkWhatLiesMoreThan90DaysApart() {
    AlertSpan span = AlertSpan.with(null, ALERT);
    long last = ALERT + 90 * DAY;

    assertThat(span.leadDays(last)).hasValue(90);
    assertThat(span.leadDays(last + 1)).isEmpty();
    assertThat(AlertSpan.with(span, last).first()).isEqualTo(ALERT);
    assertThat(AlertSpan.with(span, last + 1).first()).isEqualTo(last + 1);
  }

  @Test
  void shouldNotMindInWhichOrderAlertsCome() {
    AlertSpan span = AlertSpan.with(AlertSpan.with(null, ALERT + DAY), ALERT);

    assertThat(span.last()).isEqualTo(ALERT + DAY);
  }
}
