package dev.ebb.ledger;

/**
 * Where the top of a region's customers begins.
 *
 * @param region null for the whole network
 * @param month the proleptic month at whose close this was measured; it holds during the next one
 * @param customers of the region whose spend was known
 * @param arpu minor units a month
 */
public record TopArpu(String region, int month, long customers, long arpu) {}
