package dev.ebb.desk.page;

import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.Place;
import dev.ebb.event.Profile;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.CaseState;
import dev.ebb.risk.Tier;
import java.time.LocalDate;
import java.util.List;

/** Cases that pages must take care with. */
final class SpecialCases {
  private SpecialCases() {}

  /** One that an event has just opened: no day has been told of yet. */
  static CaseView enquiry() {
    return SampleCases.view(
        SampleCases.card(3, "18***06", Tier.GOLD, 15200, 0.63, CaseState.OPEN, Place.TO_DO, null, 2)
            .rules(SampleCases.enquiry())
            .build(),
        List.of(SampleCases.enquiry()),
        null,
        SampleCases.profile("Unlimited Talk 128"));
  }

  /** The same case closed for this reason. */
  static CaseView closed(CaseView view, String reason) {
    CaseCard it = view.card();
    CaseCard card =
        new CaseCard(
            it.alertId(),
            it.customer(),
            it.revision(),
            CaseState.CLEARED,
            reason,
            it.openedAt(),
            it.actBy(),
            it.contactFrom(),
            it.risk(),
            it.priority(),
            it.arpu(),
            it.tier(),
            it.stage(),
            it.region(),
            it.managerId(),
            it.lever(),
            it.playbook(),
            it.channel(),
            it.rules(),
            it.why(),
            Place.ENDED,
            null,
            null,
            it.attempts(),
            it.lastAttemptAt(),
            it.lastOutcome(),
            it.lastOutcomeAt(),
            it.turns());
    return with(view, card, view.earlier(), view.household());
  }

  /** The same case with what the job recommends now; null: it has no signal left. */
  static CaseView recommending(CaseView view, Recommended move) {
    CaseMessage it = view.message();
    CaseMessage message =
        new CaseMessage(
            it.alertId(),
            it.revision(),
            it.customerId(),
            it.state(),
            it.reason(),
            it.openedAt(),
            it.at(),
            it.risk(),
            it.value(),
            it.priority(),
            it.stage(),
            it.actBy(),
            it.signals(),
            move,
            it.withheld(),
            it.mature(),
            it.series(),
            it.aside());
    return new CaseView(
        view.card(),
        message,
        view.course(),
        view.profile(),
        view.timeline(),
        view.earlier(),
        view.household(),
        view.undoable());
  }

  /** The same case with others of the customer and of the household. */
  static CaseView related(CaseView view) {
    CaseCard earlier = closed(view, "recovered").card();
    return with(view, view.card(), List.of(earlier), SampleCases.queue().subList(4, 5));
  }

  /** The same case of a customer whose discount has ended on that day. */
  static CaseView ended(CaseView view, LocalDate day) {
    Profile it = view.profile();
    Profile profile =
        new Profile(
            it.at(),
            it.activatedOn(),
            it.status(),
            it.payment(),
            it.plan(),
            List.of(new Profile.Agreement(Profile.AgreementKind.DISCOUNT, null, day, false)),
            it.points(),
            it.segment(),
            it.region(),
            it.zone(),
            it.household(),
            it.account(),
            it.contact());
    return SampleCases.view(view.card(), view.message().signals(), view.course(), profile);
  }

  private static CaseView with(
      CaseView view, CaseCard card, List<CaseCard> earlier, List<CaseCard> household) {
    return new CaseView(
        card,
        view.message(),
        view.course(),
        view.profile(),
        view.timeline(),
        earlier,
        household,
        null);
  }
}
