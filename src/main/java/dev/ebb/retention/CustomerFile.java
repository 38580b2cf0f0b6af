package dev.ebb.retention;

/**
 * Where one customer's profile and case are kept. Each method is one state access, so that the cost
 * of a judgement can be counted. Values are packed and carry their format's version in the first
 * byte.
 */
public interface CustomerFile {

  /** The newest profile. Null if none has arrived. */
  byte[] profile();

  /** Replaces the profile. */
  void profile(byte[] packed);

  /** Live signals, value and the open case. Null for a customer never judged. */
  byte[] caseFile();

  /** Replaces live signals, value and the open case. */
  void caseFile(byte[] packed);

  /**
   * Arms the customer's deadline timer for an instant of event time, epoch milliseconds. Firings of
   * earlier timers are harmless: {@link Watch} acts on what is due.
   */
  void wakeAt(long instant);

  /** Removes all state of this customer. */
  void clear();
}
