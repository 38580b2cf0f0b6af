package dev.ebb.risk;

/**
 * What a customer is worth.
 *
 * @param arpu minor units of the currency per calendar month
 */
public record Value(long arpu, Tier tier) {}
