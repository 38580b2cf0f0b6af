package dev.ebb.desk.store;

import dev.ebb.event.Profile;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Series;
import java.util.List;

/**
 * A case with all that the desk knows of it.
 *
 * @param message the job's last one; its {@code customerId} is masked
 * @param course the last days that are known: the case's own, or of a case that an event has opened
 *     and no day's close has told of yet, those of the customer's case before; null: none
 * @param profile of the customer, or null where none is known
 * @param timeline oldest first
 * @param earlier other cases of the same customer, newest first
 * @param household cases of others of the same household that are not over, best first
 * @param undoable the outcome that the agent who recorded it may still take back, or null
 */
public record CaseView(
    CaseCard card,
    CaseMessage message,
    Series course,
    Profile profile,
    List<TimelineEntry> timeline,
    List<CaseCard> earlier,
    List<CaseCard> household,
    Undoable undoable) {

  /**
   * An outcome that has not been sent yet.
   *
   * @param agent who recorded it
   * @param until wall time
   */
  public record Undoable(String outcomeId, String kind, String agent, java.time.Instant until) {}
}
