package dev.ebb.desk.page;

/**
 * Another case that an agent may want to know of.
 *
 * @param name the day of an earlier one of the same customer, the masked number of one of the
 *     household
 * @param what its strongest signal
 * @param state what the job said last
 */
public record Related(String alertId, String name, String what, String state) {}
