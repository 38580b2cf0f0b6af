package dev.ebb.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a job has counted so far, from its accumulators.
 *
 * @param events accepted and counted once, late ones among them
 * @param customers met
 * @param alerts cases that became contactable
 * @param withheld cases that were opened and withheld
 * @param late events accepted into a day already closed
 * @param bindings the same by feed binding
 */
public record JobCounts(
    long events,
    long customers,
    long alerts,
    long withheld,
    long rejected,
    long duplicates,
    long late,
    Map<String, Binding> bindings) {

  /** Events, rejected and duplicates of one binding add up to the records it read. */
  public record Binding(long events, long rejected, long duplicates, long late) {}

  /** Nothing yet. */
  public static final JobCounts NONE = new JobCounts(0, 0, 0, 0, 0, 0, 0, Map.of());

  /**
   * Reads the accumulators of a job.
   *
   * @param bindings names of the job's bindings
   */
  public static JobCounts of(Map<String, Object> accumulators, List<String> bindings) {
    Map<String, Binding> each = new LinkedHashMap<>();
    for (String binding : bindings) {
      each.put(
          binding,
          new Binding(
              sum(accumulators, Counted.EVENTS, binding),
              sum(accumulators, Counted.REJECTED, binding),
              sum(accumulators, Counted.DUPLICATES, binding),
              sum(accumulators, Counted.LATE, binding)));
    }
    return new JobCounts(
        each.values().stream().mapToLong(Binding::events).sum(),
        value(accumulators, Counted.CUSTOMERS),
        value(accumulators, Counted.ALERTS_OPENED),
        value(accumulators, Counted.WITHHELD_OPENED),
        each.values().stream().mapToLong(Binding::rejected).sum(),
        each.values().stream().mapToLong(Binding::duplicates).sum(),
        each.values().stream().mapToLong(Binding::late).sum(),
        each);
  }

  private static long value(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }

  /** Adds up all accumulators of this name whose last label is the binding. */
  private static long sum(Map<String, Object> accumulators, String name, String binding) {
    return accumulators.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().startsWith(name + Tally.SEPARATOR)
                    && entry.getKey().endsWith(Tally.SEPARATOR + binding))
        .mapToLong(entry -> (Long) entry.getValue())
        .sum();
  }
}
