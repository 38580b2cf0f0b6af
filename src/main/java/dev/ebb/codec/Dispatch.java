package dev.ebb.codec;

import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.Slice;
import java.util.List;

/**
 * A case message on its way out.
 *
 * @param triggeredAt wall clock of what caused it, epoch milliseconds: for an event its append to
 *     Kafka, for a day's close the arrival of the watermark
 * @param slices whose key figures it counts for; not sent
 */
public record Dispatch(CaseMessage message, long triggeredAt, List<Slice> slices) {

  /** A message that counts for no figure. */
  public Dispatch(CaseMessage message, long triggeredAt) {
    this(message, triggeredAt, List.of());
  }

  /** Another message in its place. */
  public Dispatch with(CaseMessage newMessage) {
    return new Dispatch(newMessage, triggeredAt, slices);
  }
}
