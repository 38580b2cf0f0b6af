package dev.ebb.ledger;

/**
 * How close a customer is to somebody.
 *
 * @param person who, as {@link History#person} names them
 * @param days of the last 56 on which they talked
 */
public record Closeness(long person, int days) {}
