package dev.ebb.retention;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Account;
import dev.ebb.event.Profile.AccountKind;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Contact;
import dev.ebb.event.Profile.Payment;
import dev.ebb.event.Profile.Plan;
import dev.ebb.event.Profile.Status;
import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Packs a profile. A change of the layout needs a new version beside the old one. */
@SuppressWarnings("EnumOrdinal") // the order is part of the state format
public final class ProfileFormat {
  private static final int VERSION = 1;
  private static final String WHAT = "profile";

  private ProfileFormat() {}

  /** The profile in few bytes. */
  public static byte[] pack(Profile profile) {
    PackedWriter out = new PackedWriter().raw(VERSION).zigzag(profile.at());
    maybe(out, profile.activatedOn(), ProfileFormat::date);
    maybe(out, profile.status(), ProfileFormat::word);
    maybe(out, profile.payment(), ProfileFormat::word);
    maybe(out, profile.plan(), ProfileFormat::plan);
    list(out, profile.agreements(), ProfileFormat::agreement);
    maybe(out, profile.points(), (writer, points) -> writer.zigzag(points));
    out.string(profile.segment()).string(profile.region()).string(profile.zone());
    out.string(profile.household());
    maybe(out, profile.account(), ProfileFormat::account);
    maybe(out, profile.contact(), ProfileFormat::contact);
    return out.toBytes();
  }

  /** The profile that was packed. */
  public static Profile unpack(byte[] packed) {
    PackedReader in = new PackedReader(packed).version(WHAT, VERSION);
    return new Profile(
        in.zigzag(),
        maybe(in, ProfileFormat::date),
        maybe(in, reader -> Status.values()[reader.raw()]),
        maybe(in, reader -> Payment.values()[reader.raw()]),
        maybe(in, reader -> new Plan(reader.string(), reader.string(), reader.zigzag())),
        list(in, ProfileFormat::agreement),
        maybe(in, PackedReader::zigzagInt),
        in.string(),
        in.string(),
        in.string(),
        in.string(),
        maybe(in, ProfileFormat::account),
        maybe(in, ProfileFormat::contact));
  }

  private static void plan(PackedWriter out, Plan plan) {
    out.string(plan.code()).string(plan.name()).zigzag(plan.monthlyFee());
  }

  private static void agreement(PackedWriter out, Agreement agreement) {
    maybe(out, agreement.kind(), ProfileFormat::word);
    out.string(agreement.name());
    maybe(out, agreement.endsOn(), ProfileFormat::date);
    out.bool(agreement.autoRenews());
  }

  private static Agreement agreement(PackedReader in) {
    return new Agreement(
        maybe(in, reader -> AgreementKind.values()[reader.raw()]),
        in.string(),
        maybe(in, ProfileFormat::date),
        in.bool());
  }

  private static void account(PackedWriter out, Account account) {
    maybe(out, account.kind(), ProfileFormat::word);
    out.string(account.groupId());
  }

  private static Account account(PackedReader in) {
    return new Account(maybe(in, reader -> AccountKind.values()[reader.raw()]), in.string());
  }

  private static void contact(PackedWriter out, Contact contact) {
    out.bool(contact.optOut());
    list(out, contact.channels(), PackedWriter::string);
    out.string(contact.preferred());
    maybe(out, contact.quietFrom(), (writer, time) -> writer.varint(time.toSecondOfDay()));
    maybe(out, contact.quietTo(), (writer, time) -> writer.varint(time.toSecondOfDay()));
    out.string(contact.managerId());
  }

  private static Contact contact(PackedReader in) {
    return new Contact(
        in.bool(),
        list(in, PackedReader::string),
        in.string(),
        maybe(in, reader -> LocalTime.ofSecondOfDay(reader.varint())),
        maybe(in, reader -> LocalTime.ofSecondOfDay(reader.varint())),
        in.string());
  }

  private static void date(PackedWriter out, LocalDate date) {
    out.zigzag(date.toEpochDay());
  }

  private static LocalDate date(PackedReader in) {
    return LocalDate.ofEpochDay(in.zigzag());
  }

  private static void word(PackedWriter out, Enum<?> word) {
    out.raw(word.ordinal());
  }

  private static <T> void maybe(PackedWriter out, T value, BiConsumer<PackedWriter, T> writer) {
    out.bool(value != null);
    if (value != null) {
      writer.accept(out, value);
    }
  }

  private static <T> T maybe(PackedReader in, Function<PackedReader, T> reader) {
    return in.bool() ? reader.apply(in) : null;
  }

  private static <T> void list(
      PackedWriter out, List<T> values, BiConsumer<PackedWriter, T> writer) {
    out.varint(values.size());
    values.forEach(value -> writer.accept(out, value));
  }

  private static <T> List<T> list(PackedReader in, Function<PackedReader, T> reader) {
    List<T> values = new ArrayList<>();
    for (int left = in.varintInt(); left > 0; left--) {
      values.add(reader.apply(in));
    }
    return values;
  }
}
