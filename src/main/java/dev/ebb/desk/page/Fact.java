package dev.ebb.desk.page;

/**
 * Something known of a customer.
 *
 * @param label what it is
 * @param text its value
 * @param more in smaller print, or null
 */
public record Fact(String label, String text, String more) {}
