package dev.ebb.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.Contact;
import java.io.IOException;
import java.util.Locale;

/** Writes what a profile says into an open JSON object. */
final class ProfileWriter {

  private ProfileWriter() {}

  static void write(JsonGenerator json, Profile profile) throws IOException {
    json.writeStringField("activatedOn", profile.activatedOn().toString());
    json.writeStringField("status", word(profile.status()));
    json.writeStringField("payment", word(profile.payment()));
    json.writeObjectFieldStart("plan");
    json.writeStringField("code", profile.plan().code());
    json.writeStringField("name", profile.plan().name());
    json.writeNumberField("monthlyFee", profile.plan().monthlyFee());
    json.writeEndObject();
    json.writeArrayFieldStart("agreements");
    for (Agreement agreement : profile.agreements()) {
      agreement(json, agreement);
    }
    json.writeEndArray();
    json.writeNumberField("points", profile.points());
    json.writeStringField("segment", profile.segment());
    json.writeStringField("region", profile.region());
    optional(json, "household", profile.household());
    json.writeObjectFieldStart("account");
    json.writeStringField("kind", word(profile.account().kind()));
    optional(json, "groupId", profile.account().groupId());
    json.writeEndObject();
    contact(json, profile.contact());
  }

  private static void agreement(JsonGenerator json, Agreement agreement) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", word(agreement.kind()));
    json.writeStringField("name", agreement.name());
    json.writeStringField("endsOn", agreement.endsOn().toString());
    json.writeBooleanField("autoRenews", agreement.autoRenews());
    json.writeEndObject();
  }

  private static void contact(JsonGenerator json, Contact contact) throws IOException {
    json.writeObjectFieldStart("contact");
    json.writeBooleanField("optOut", contact.optOut());
    json.writeArrayFieldStart("channels");
    for (String channel : contact.channels()) {
      json.writeString(channel);
    }
    json.writeEndArray();
    json.writeStringField("preferred", contact.preferred());
    json.writeStringField("quietFrom", contact.quietFrom().toString());
    json.writeStringField("quietTo", contact.quietTo().toString());
    optional(json, "managerId", contact.managerId());
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String field, String value) throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
