package dev.ebb.codec;

import dev.ebb.event.EventKind;
import dev.ebb.event.Profile;
import dev.ebb.event.RejectReason;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The cells of a mapped customers record. */
final class ProfileCells implements MappedReader.CellReader {
  private final Cell activatedOn;
  private final TimeReader dates;
  private final Cell status;
  private final Cell payment;
  private final Cell plan;
  private final Cell monthlyFee;
  private final Cell points;
  private final Cell segment;
  private final Cell region;
  private final Cell household;

  ProfileCells(Mapping mapping, List<String> wanted, ZoneId zone) {
    this.activatedOn = new Cell(Target.ACTIVATED_ON, mapping, wanted);
    this.dates = activatedOn.times(zone);
    this.status = new Cell(Target.STATUS, mapping, wanted);
    this.payment = new Cell(Target.PAYMENT, mapping, wanted);
    this.plan = new Cell(Target.PLAN, mapping, wanted);
    this.monthlyFee = new Cell(Target.MONTHLY_FEE, mapping, wanted);
    this.points = new Cell(Target.POINTS, mapping, wanted);
    this.segment = new Cell(Target.SEGMENT, mapping, wanted);
    this.region = new Cell(Target.REGION, mapping, wanted);
    this.household = new Cell(Target.HOUSEHOLD, mapping, wanted);
  }

  @Override
  public void read(String[] row, EventDraft draft) throws Refusal {
    ProfileDraft profile = new ProfileDraft();
    profile.activatedOn = date(row);
    profile.status = status.word(row, Words.STATUSES, RejectReason.WRONG_FIELD);
    profile.payment = payment.word(row, Words.PAYMENTS, RejectReason.WRONG_FIELD);
    profile.plan = plan(row);
    profile.points = points(row);
    profile.segment = segment.text(row, Limits.TEXT);
    profile.household = household.text(row, Limits.ID);
    draft.kind = EventKind.PROFILE;
    draft.profile = profile.finish(draft.at, region.text(row, Limits.TEXT));
    draft.region = draft.profile.region();
  }

  private LocalDate date(String[] row) throws Refusal {
    String text = activatedOn.text(row, Limits.TEXT);
    return text == null ? null : dates.date(text);
  }

  private Profile.Plan plan(String[] row) throws Refusal {
    String code = plan.text(row, Limits.TEXT);
    Long fee = monthlyFee.amount(row);
    return code == null ? null : new Profile.Plan(code, null, fee == null ? 0 : fee);
  }

  private Integer points(String[] row) throws Refusal {
    String text = points.text(row, Limits.TEXT);
    if (text == null) {
      return null;
    }
    try {
      return (int) Bounds.within(points.field(), Long.parseLong(text), Integer.MAX_VALUE);
    } catch (NumberFormatException malformed) {
      throw Refusal.wrong(points.field(), "a whole number", text);
    }
  }
}
