package dev.ebb.desk.page;

import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.Place;
import dev.ebb.risk.Band;
import dev.ebb.risk.Bands;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import java.time.Instant;

/**
 * What is shown of a case wherever it is shown.
 *
 * @param number masked
 * @param state what the job said last
 * @param reason why it said it, or null where that tells nothing
 * @param tier null of whom nothing is known any more
 * @param arpu minor units a month, or null
 * @param stage null where unknown
 * @param due the deadline, or null once the case is worked
 */
public record CaseHead(
    String alertId,
    String number,
    String state,
    String reason,
    Band band,
    Tier tier,
    Long arpu,
    Stage stage,
    Due due) {

  private static final String DAILY = "daily";

  static CaseHead of(CaseCard card, Instant now, Words words) {
    boolean isToBeWorked = card.place() == Place.TO_DO || card.place() == Place.HELD;
    return new CaseHead(
        card.alertId(),
        dotted(card.customer()),
        card.state().label(),
        DAILY.equals(card.reason()) ? null : card.reason(),
        Bands.DEFAULT.of(card.risk()),
        card.tier(),
        card.arpu(),
        card.stage(),
        isToBeWorked ? Due.of(card.actBy(), now, words) : null);
  }

  /** A masked number as pages show it. */
  static String dotted(String masked) {
    return masked.replace("***", " ••• ").strip();
  }
}
