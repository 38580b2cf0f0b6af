package dev.ebb.demo;

import java.util.Locale;

/**
 * How a run stands.
 *
 * @param eventsPerSecond of late, 0 or more
 * @param events accepted and counted once
 */
public record SummaryLine(
    double eventsPerSecond, long events, long customers, long alerts, long rejected) {

  /** One line; the language's thousands are separated by commas in both. */
  public String render(Language language) {
    return String.format(
        Locale.ROOT,
        language.choose(
            "%,.0f events/s · %,d events · %,d customers · %,d alerts · %,d rejected",
            "每秒%,.0f条 · 事件%,d · 客户%,d · 预警%,d · 拒收%,d"),
        eventsPerSecond,
        events,
        customers,
        alerts,
        rejected);
  }
}
