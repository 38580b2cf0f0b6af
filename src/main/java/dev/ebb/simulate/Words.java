package dev.ebb.simulate;

import dev.ebb.event.Care;
import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import dev.ebb.event.Profile.Status;
import java.util.Map;

/** What is said and written down: profiles, the story's care events, and everyday complaints. */
final class Words {

  private static final double EVERYDAY = 0.002;
  private static final double WRONG_NUMBER = 0.0005;
  private static final int RESOLVED_AFTER_SECONDS = 4 * 3600;

  private final ProfileSheet sheet;
  private final Changes changes;

  Words(ProfileSheet sheet) {
    this.sheet = sheet;
    this.changes = new Changes(sheet);
  }

  /** The first sheet comes before everything else of the customer. */
  void greet(CustomerDay today) {
    if (today.day() == today.customer().traits().firstDay()) {
      today.profile(0, sheet.of(today.customer(), today.day(), today.at(0), Status.ACTIVE));
    }
  }

  void of(CustomerDay today, Dice dice) {
    Customer customer = today.customer();
    Fate fate = customer.fate();
    for (Turn turn : fate.turns()) {
      if (turn.day() == today.day()) {
        today.care(turn.second(), turn.care());
      }
    }
    for (Change change : fate.changes()) {
      if (change.day() == today.day()) {
        changes.of(today, change);
      }
    }
    if (fate.isLeaver() && fate.cause().isAnnounced() && fate.leftDay() == today.day()) {
      int second = fate.leftSecond();
      today.profile(second, sheet.of(customer, today.day(), today.at(second), Status.LEFT));
    }
    if (dice.chance(WRONG_NUMBER)) {
      changes.callRival(today, dice.between(9, 20) * 3600);
    }
    if (dice.chance(EVERYDAY)) {
      everyday(today, dice);
    }
  }

  private static void everyday(CustomerDay today, Dice dice) {
    Kind kind =
        switch (dice.pick(0.5, 0.2, 0.25, 0.05)) {
          case 0 -> Kind.COMPLAINT;
          case 1 -> Kind.FAULT;
          case 2 -> Kind.DROPPED_CALL;
          default -> Kind.PORT_OUT_ENQUIRY;
        };
    Source source =
        kind == Kind.FAULT || kind == Kind.DROPPED_CALL ? Source.NETWORK : Source.CUSTOMER;
    int second = dice.between(8 * 3600, 18 * 3600);
    today.care(second, new Care(kind, source, Map.of()));
    if (kind == Kind.COMPLAINT && dice.chance(0.8)) {
      today.care(second + RESOLVED_AFTER_SECONDS, new Care(Kind.RESOLVED, Source.STAFF, Map.of()));
    }
  }
}
