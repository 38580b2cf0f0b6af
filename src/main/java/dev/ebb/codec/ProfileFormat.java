package dev.ebb.codec;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Account;
import dev.ebb.event.Profile.AccountKind;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Contact;
import dev.ebb.event.Profile.Plan;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The compact form of a profile, for events and for Watch's state. Versioned by {@link
 * EventFormat#VERSION}.
 */
public final class ProfileFormat {
  private static final long NO_DATE = Integer.MIN_VALUE;
  private static final long NO_TIME = -1;

  private ProfileFormat() {}

  /** Writes a profile. */
  public static void write(Profile profile, DataOutput out) throws IOException {
    Packed.writeSigned(out, profile.at());
    writeDate(out, profile.activatedOn());
    Packed.writeEnum(out, profile.status());
    Packed.writeEnum(out, profile.payment());
    out.writeBoolean(profile.plan() != null);
    if (profile.plan() != null) {
      Packed.writeText(out, profile.plan().code());
      Packed.writeText(out, profile.plan().name());
      Packed.writeNumber(out, profile.plan().monthlyFee());
    }
    Packed.writeNumber(out, profile.agreements().size());
    for (Agreement agreement : profile.agreements()) {
      Packed.writeEnum(out, agreement.kind());
      Packed.writeText(out, agreement.name());
      writeDate(out, agreement.endsOn());
      out.writeBoolean(agreement.autoRenews());
    }
    Packed.writeNumber(out, profile.points() == null ? 0 : profile.points() + 1L);
    Packed.writeText(out, profile.segment());
    Packed.writeText(out, profile.region());
    Packed.writeText(out, profile.zone());
    Packed.writeText(out, profile.household());
    out.writeBoolean(profile.account() != null);
    if (profile.account() != null) {
      Packed.writeEnum(out, profile.account().kind());
      Packed.writeText(out, profile.account().groupId());
    }
    out.writeBoolean(profile.contact() != null);
    if (profile.contact() != null) {
      writeContact(profile.contact(), out);
    }
  }

  /** Reads a profile. */
  public static Profile read(DataInput in) throws IOException {
    long at = Packed.readSigned(in);
    ProfileDraft draft = new ProfileDraft();
    draft.activatedOn = readDate(in);
    draft.status = Packed.readEnum(in, Profile.Status.values());
    draft.payment = Packed.readEnum(in, Profile.Payment.values());
    if (in.readBoolean()) {
      draft.plan = new Plan(Packed.readText(in), Packed.readText(in), Packed.readNumber(in));
    }
    draft.agreements = readAgreements(in);
    long points = Packed.readNumber(in) - 1;
    draft.points = points < 0 ? null : Math.toIntExact(points);
    draft.segment = Packed.readText(in);
    String region = Packed.readText(in);
    draft.zone = Packed.readText(in);
    draft.household = Packed.readText(in);
    if (in.readBoolean()) {
      draft.account = new Account(Packed.readEnum(in, AccountKind.values()), Packed.readText(in));
    }
    if (in.readBoolean()) {
      draft.contact = readContact(in);
    }
    return draft.finish(at, region);
  }

  private static List<Agreement> readAgreements(DataInput in) throws IOException {
    List<Agreement> agreements = new ArrayList<>();
    for (int left = Packed.readInt(in); left > 0; left--) {
      AgreementKind kind = Packed.readEnum(in, AgreementKind.values());
      agreements.add(new Agreement(kind, Packed.readText(in), readDate(in), in.readBoolean()));
    }
    return agreements;
  }

  private static void writeContact(Contact contact, DataOutput out) throws IOException {
    out.writeBoolean(contact.optOut());
    Packed.writeNumber(out, contact.channels().size());
    for (String channel : contact.channels()) {
      Packed.writeText(out, channel);
    }
    Packed.writeText(out, contact.preferred());
    writeTime(out, contact.quietFrom());
    writeTime(out, contact.quietTo());
    Packed.writeText(out, contact.managerId());
  }

  private static Contact readContact(DataInput in) throws IOException {
    boolean optOut = in.readBoolean();
    List<String> channels = new ArrayList<>();
    for (int left = Packed.readInt(in); left > 0; left--) {
      channels.add(Packed.readText(in));
    }
    return new Contact(
        optOut, channels, Packed.readText(in), readTime(in), readTime(in), Packed.readText(in));
  }

  private static void writeDate(DataOutput out, LocalDate date) throws IOException {
    Packed.writeSigned(out, date == null ? NO_DATE : date.toEpochDay());
  }

  private static LocalDate readDate(DataInput in) throws IOException {
    long day = Packed.readSigned(in);
    return day == NO_DATE ? null : LocalDate.ofEpochDay(day);
  }

  private static void writeTime(DataOutput out, LocalTime time) throws IOException {
    Packed.writeSigned(out, time == null ? NO_TIME : time.toSecondOfDay());
  }

  private static LocalTime readTime(DataInput in) throws IOException {
    long second = Packed.readSigned(in);
    return second == NO_TIME ? null : LocalTime.ofSecondOfDay(second);
  }
}
