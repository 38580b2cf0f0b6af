package dev.ebb.desk.store;

import java.util.List;

/**
 * A page of the queue, best first.
 *
 * @param total how many match on all pages; beyond {@link Queue#COUNTED} nobody counts on
 * @param next where the next page begins, or null if this is the last one
 */
public record QueuePage(List<CaseCard> cards, long total, QueueCursor next) {
  public QueuePage {
    cards = List.copyOf(cards);
  }
}
