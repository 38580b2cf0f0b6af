package dev.ebb.desk.page;

/**
 * A case in the queue.
 *
 * @param signal name of the strongest signal
 * @param why it in a sentence, or null
 * @param others how many signals there are besides
 * @param region or null
 * @param spark null where the days are not known
 * @param waitsUntil when the customer may be called, or null for at once
 */
public record QueueRow(
    CaseHead head,
    String signal,
    String why,
    int others,
    String region,
    Spark spark,
    Hold hold,
    String waitsUntil) {}
