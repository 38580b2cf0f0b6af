package dev.ebb.desk.page;

/** One of several values that can be chosen. */
public record Choice(String value, String label) {}
