package dev.ebb.retention;

import java.util.List;

/**
 * Somebody who has gone, as far as it matters to those who count what alerts were given out before.
 *
 * @param goneAt epoch milliseconds
 * @param at when it is told, epoch milliseconds
 * @param slices that the customer is in; none: nothing may be remembered of them
 */
public record Leaver(String customerId, long goneAt, long at, List<Slice> slices) {

  public Leaver {
    slices = List.copyOf(slices);
  }

  /** Of this customer nothing may be remembered that was before this instant. */
  public static Leaver forgotten(String customerId, long at) {
    return new Leaver(customerId, at, at, List.of());
  }

  /** Whether nothing may be remembered. */
  public boolean isForgotten() {
    return slices.isEmpty();
  }
}
