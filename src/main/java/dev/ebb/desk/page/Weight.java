package dev.ebb.desk.page;

/**
 * How much a signal adds to the risk.
 *
 * @param strength whole per cent
 * @param weight whole per cent
 */
public record Weight(String signal, String family, int strength, int weight) {}
