package dev.ebb.codec;

import dev.ebb.event.EventKind;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Account;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Contact;
import dev.ebb.event.Profile.Plan;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The canonical customers record. */
final class CustomersReader extends JsonReader {
  private static final FieldSet FIELDS =
      FieldSet.requiring("customerId", "at")
          .allowing("activatedOn", "status", "payment", "plan", "agreements", "points")
          .allowing("segment", "region", "zone", "household", "account", "contact");
  private static final FieldSet PLAN = FieldSet.requiring("code").allowing("name", "monthlyFee");
  private static final FieldSet AGREEMENT =
      FieldSet.requiring("kind", "endsOn").allowing("name", "autoRenews");
  private static final FieldSet ACCOUNT = FieldSet.requiring("kind").allowing("groupId");
  private static final FieldSet CONTACT =
      FieldSet.requiring()
          .allowing("optOut", "channels", "preferred", "quietFrom", "quietTo", "managerId");

  @Override
  void fields(JsonCursor in, EventDraft draft) throws IOException, Refusal {
    ProfileDraft profile = new ProfileDraft();
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = FIELDS.once(seen, name);
      switch (name) {
        case "customerId" -> draft.customerId = in.text(name, Limits.ID);
        case "at" -> draft.at = in.instant(name);
        case "activatedOn" -> profile.activatedOn = in.date(name);
        case "status" -> profile.status = in.word(name, Words.STATUSES);
        case "payment" -> profile.payment = in.word(name, Words.PAYMENTS);
        case "plan" -> profile.plan = plan(in, name);
        case "agreements" -> profile.agreements = agreements(in, name);
        case "points" -> profile.points = (int) in.integer(name, Integer.MAX_VALUE);
        case "segment" -> profile.segment = in.word(name);
        case "region" -> draft.region = in.word(name);
        case "zone" -> profile.zone = zone(name, in.word(name));
        case "household" -> profile.household = in.text(name, Limits.ID);
        case "account" -> profile.account = account(in, name);
        case "contact" -> profile.contact = contact(in, name);
        default -> in.skip();
      }
    }
    FIELDS.checkComplete(seen);
    draft.kind = EventKind.PROFILE;
    draft.profile = profile.finish(draft.at, draft.region);
  }

  private static Plan plan(JsonCursor in, String field) throws IOException, Refusal {
    in.enter(field);
    String code = null;
    String label = null;
    long monthlyFee = 0;
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = PLAN.once(seen, name);
      switch (name) {
        case "code" -> code = in.word("plan.code");
        case "name" -> label = in.word("plan.name");
        case "monthlyFee" -> monthlyFee = in.integer("plan.monthlyFee", Limits.AMOUNT);
        default -> in.skip();
      }
    }
    PLAN.checkComplete(seen, "plan.");
    return new Plan(code, label, monthlyFee);
  }

  private static List<Agreement> agreements(JsonCursor in, String field)
      throws IOException, Refusal {
    in.enterArray(field);
    List<Agreement> agreements = new ArrayList<>();
    while (in.nextElement()) {
      agreements.add(agreement(in, "agreements[" + agreements.size() + "]"));
      if (agreements.size() > Limits.ENTRIES) {
        throw Refusal.tooLong(field, Limits.ENTRIES, "entries", agreements.size());
      }
    }
    return agreements;
  }

  private static Agreement agreement(JsonCursor in, String field) throws IOException, Refusal {
    in.enter(field);
    AgreementKind kind = null;
    String label = null;
    LocalDate endsOn = null;
    boolean autoRenews = false;
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = AGREEMENT.once(seen, name);
      switch (name) {
        case "kind" -> kind = in.word(field + ".kind", Words.AGREEMENTS);
        case "name" -> label = in.word(field + ".name");
        case "endsOn" -> endsOn = in.date(field + ".endsOn");
        case "autoRenews" -> autoRenews = in.flag(field + ".autoRenews");
        default -> in.skip();
      }
    }
    AGREEMENT.checkComplete(seen, field + ".");
    return new Agreement(kind, label, endsOn, autoRenews);
  }

  private static Account account(JsonCursor in, String field) throws IOException, Refusal {
    in.enter(field);
    Profile.AccountKind kind = null;
    String groupId = null;
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = ACCOUNT.once(seen, name);
      switch (name) {
        case "kind" -> kind = in.word("account.kind", Words.ACCOUNTS);
        case "groupId" -> groupId = in.text("account.groupId", Limits.ID);
        default -> in.skip();
      }
    }
    ACCOUNT.checkComplete(seen, "account.");
    return new Account(kind, groupId);
  }

  private static Contact contact(JsonCursor in, String field) throws IOException, Refusal {
    in.enter(field);
    boolean optOut = false;
    List<String> channels = List.of();
    String preferred = null;
    LocalTime quietFrom = null;
    LocalTime quietTo = null;
    String managerId = null;
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = CONTACT.once(seen, name);
      switch (name) {
        case "optOut" -> optOut = in.flag("contact.optOut");
        case "channels" -> channels = channels(in);
        case "preferred" -> preferred = in.word("contact.preferred");
        case "quietFrom" -> quietFrom = in.time("contact.quietFrom");
        case "quietTo" -> quietTo = in.time("contact.quietTo");
        case "managerId" -> managerId = in.word("contact.managerId");
        default -> in.skip();
      }
    }
    return new Contact(optOut, channels, preferred, quietFrom, quietTo, managerId);
  }

  private static List<String> channels(JsonCursor in) throws IOException, Refusal {
    in.enterArray("contact.channels");
    List<String> channels = new ArrayList<>();
    while (in.nextElement()) {
      channels.add(in.word("contact.channels"));
      if (channels.size() > Limits.ENTRIES) {
        throw Refusal.tooLong("contact.channels", Limits.ENTRIES, "entries", channels.size());
      }
    }
    return channels;
  }

  private static String zone(String field, String id) throws Refusal {
    try {
      return ZoneId.of(id).getId();
    } catch (DateTimeException unknown) {
      throw Refusal.wrong(field, "an IANA zone such as Asia/Urumqi", id);
    }
  }
}
