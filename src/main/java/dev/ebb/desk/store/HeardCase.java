package dev.ebb.desk.store;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import java.io.IOException;

/**
 * A message of the job about a case, read.
 *
 * @param masked the message as it came, with the customer's id masked
 * @param told where it stood
 */
public record HeardCase(CaseMessage message, String masked, Told told) {
  private static final String DAILY = "daily";
  private static final String ERASED = "erased";

  /**
   * Reads one.
   *
   * @throws IOException if this is no case
   */
  public static HeardCase of(byte[] json, Told told) throws IOException {
    CaseMessage message = CaseJson.read(json);
    return new HeardCase(message, MaskedJson.of(json, message.customerId()), told);
  }

  String alertId() {
    return message.alertId();
  }

  /** Whether it repeats what has been said, once a day. */
  boolean isDaily() {
    return DAILY.equals(message.reason());
  }

  /** Whether the customer must not be named any more. */
  boolean isErased() {
    return ERASED.equals(message.reason());
  }
}
