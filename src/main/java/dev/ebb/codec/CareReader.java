package dev.ebb.codec;

import dev.ebb.event.Care;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The canonical care record. */
final class CareReader extends JsonReader {
  private static final FieldSet FIELDS =
      FieldSet.requiring("id", "customerId", "at", "source", "kind").allowing("attributes");

  private final Fingerprint ids = new Fingerprint(Feed.CARE.label());

  @Override
  void fields(JsonCursor in, EventDraft draft) throws IOException, Refusal {
    Care.Source source = null;
    Care.Kind kind = null;
    Map<String, String> attributes = Map.of();
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = FIELDS.once(seen, name);
      switch (name) {
        case "id" -> draft.fingerprint = ids.of(in.text(name, Limits.ID));
        case "customerId" -> draft.customerId = in.text(name, Limits.ID);
        case "at" -> draft.at = in.instant(name);
        case "source" -> source = in.word(name, Words.CARE_SOURCES);
        case "kind" -> kind = in.word(name, Words.CARE_KINDS, RejectReason.UNKNOWN_KIND);
        case "attributes" -> attributes = attributes(in, name);
        default -> in.skip();
      }
    }
    FIELDS.checkComplete(seen);
    draft.kind = EventKind.CARE;
    draft.care = new Care(kind, source, attributes);
  }

  private static Map<String, String> attributes(JsonCursor in, String field)
      throws IOException, Refusal {
    in.enter(field);
    Map<String, String> attributes = new HashMap<>();
    String name;
    while ((name = in.nextField()) != null) {
      Utf8.checkText(field, name);
      if (attributes.put(name, in.scalar(field)) != null) {
        throw new Refusal(
            RejectReason.WRONG_FIELD, field + " must have each name once but one appears twice");
      }
      if (attributes.size() > Limits.ENTRIES) {
        throw Refusal.tooLong(field, Limits.ENTRIES, "entries", attributes.size());
      }
    }
    return attributes;
  }
}
