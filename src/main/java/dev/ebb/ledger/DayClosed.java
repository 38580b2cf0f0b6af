package dev.ebb.ledger;

/**
 * A customer-day, closed and ready to be judged.
 *
 * @param day epoch day in the operator's zone, equal to {@code history.lastDay()}
 * @param closedAt event time of the close: the day's end + grace + the customer's jitter
 * @param corrected whether late data has changed closed days since the last close
 * @param region the customer's home region as the ledger knows it, or null
 */
public record DayClosed(
    String customerId, int day, long closedAt, boolean corrected, String region, History history) {}
