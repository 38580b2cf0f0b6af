package dev.ebb.desk.page;

import dev.ebb.retention.CaseMessage.Offer;
import dev.ebb.retention.CaseMessage.Recommended;
import java.util.List;

/**
 * What to say, to offer and to leave.
 *
 * @param playbook its id
 * @param opener the first words
 * @param offers the first one is the one to make
 */
public record Move(
    String playbook, String channel, String opener, List<Bounded> offers, List<String> mustNots) {

  public Move {
    offers = List.copyOf(offers);
    mustNots = List.copyOf(mustNots);
  }

  /**
   * An offer and its ceiling.
   *
   * @param ceiling as money, or null
   */
  public record Bounded(String what, String ceiling) {}

  static Move of(Recommended recommended, Words words) {
    return new Move(
        recommended.playbook(),
        words.code("channel", recommended.channel()),
        words.of(recommended.opener()),
        recommended.mayOffer().stream().map(offer -> bounded(offer, words)).toList(),
        recommended.mustNot().stream().map(words::of).toList());
  }

  private static Bounded bounded(Offer offer, Words words) {
    String ceiling = offer.upTo() == null ? null : words.money(offer.upTo());
    return new Bounded(words.of(offer.what()), ceiling);
  }
}
