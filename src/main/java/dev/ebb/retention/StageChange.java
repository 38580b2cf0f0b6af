package dev.ebb.retention;

import dev.ebb.risk.Stage;

/**
 * A customer has passed from one lifecycle stage to another.
 *
 * @param from null for the first one
 * @param at event time, epoch milliseconds
 * @param reason {@code first-seen}, {@code age}, {@code risk}, {@code recovered}, {@code returned}
 *     or how the customer is known to be gone: {@code left}, {@code cancelled}, {@code ported-out},
 *     {@code silent}
 */
public record StageChange(String customerId, Stage from, Stage to, long at, String reason) {}
