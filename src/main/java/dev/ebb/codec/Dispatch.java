package dev.ebb.codec;

import dev.ebb.retention.CaseMessage;

/**
 * A case message on its way out.
 *
 * @param triggeredAt wall clock of what caused it, epoch milliseconds: for an event its append to
 *     Kafka, for a day's close the arrival of the watermark
 */
public record Dispatch(CaseMessage message, long triggeredAt) {}
