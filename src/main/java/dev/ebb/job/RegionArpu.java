package dev.ebb.job;

import dev.ebb.risk.ArpuHistogram;

/**
 * What customers of a region spend, added up on one task since its last message.
 *
 * @param region the region, or {@link RegionUse#NETWORK}
 * @param month the proleptic month that the customers have closed
 */
public record RegionArpu(String region, int month, ArpuHistogram arpu) {}
