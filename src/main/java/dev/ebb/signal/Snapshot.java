package dev.ebb.signal;

/**
 * The oldest cohort still followed in which a customer was fixed as one of mid or high value.
 *
 * @param firstMonth the proleptic month from which on low months are counted
 * @param arpu what the customer spent a month when the cohort was fixed, minor units
 */
public record Snapshot(int firstMonth, long arpu) {}
