package dev.ebb.signal;

/** A group of signals that see the same thing: within it the strongest counts, never the sum. */
public enum Family {
  USAGE,
  MONEY,
  CONTRACT,
  SERVICE,
  INTENT,
  LIFE
}
