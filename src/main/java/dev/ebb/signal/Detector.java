package dev.ebb.signal;

/** Decides from a customer's closed days how strongly one kind of decline shows. */
public interface Detector {
  /** The word that names this detector in a rule file. */
  String kind();

  /** What the detector sees at the close of the subject's day. */
  Reading read(Subject subject);

  /** Whether only the profile is looked at, so that a new profile is judged without a close. */
  default boolean readsProfileOnly() {
    return false;
  }

  /** Whether an own action of the customer disproves the signal at once. */
  default boolean endsOnReturn() {
    return false;
  }
}
