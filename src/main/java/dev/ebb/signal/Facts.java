package dev.ebb.signal;

/** What is known of one customer at one instant. */
@FunctionalInterface
public interface Facts {

  /** The fact in its {@link Fact.Form}, or null where it is not known. */
  Object of(Fact fact);
}
