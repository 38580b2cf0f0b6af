package dev.ebb.desk.store;

import java.util.List;

/**
 * A page of the queue, best first.
 *
 * @param next where the next page begins, or null if this is the last one
 */
public record QueuePage(List<CaseCard> cards, QueueCursor next) {
  public QueuePage {
    cards = List.copyOf(cards);
  }
}
