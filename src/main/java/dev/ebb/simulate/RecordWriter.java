package dev.ebb.simulate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ebb.event.Care;
import dev.ebb.event.Feed;
import dev.ebb.event.PeerNetwork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes drafts in the canonical JSON of their feed. */
final class RecordWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final Timestamps timestamps;

  RecordWriter(ZoneId zone) {
    this.timestamps = new Timestamps(zone);
  }

  FeedRecord write(Draft draft) {
    BrokenKind broken = draft.broken();
    byte[] whole = whole(draft);
    return new FeedRecord(
        draft.kind().feed(),
        broken == BrokenKind.MISSING_FIELD ? null : draft.customer().key(),
        broken == null ? whole : Breakage.of(whole, broken, draft.sequence()),
        draft.emittedAt());
  }

  private byte[] whole(Draft draft) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(192);
    try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      switch (draft.kind().feed()) {
        case USAGE -> usage(json, draft);
        case SPEND -> spend(json, draft);
        case CARE -> care(json, draft);
        case CUSTOMERS -> {
          json.writeStringField("customerId", draft.customer().id());
          json.writeStringField("at", timestamps.of(draft.at()));
          ProfileWriter.write(json, draft.profile());
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void usage(JsonGenerator json, Draft draft) throws IOException {
    head(json, draft);
    json.writeStringField("kind", draft.kind().label());
    json.writeNumberField("amount", draft.amount());
    switch (draft.network()) {
      case ON_NET -> peer(json, PhoneNumbers.ours(draft.peer()), PeerNetwork.ON_NET);
      case OFF_NET -> peer(json, PhoneNumbers.others(draft.peer()), PeerNetwork.OFF_NET);
      case INTERNATIONAL ->
          peer(json, PhoneNumbers.abroad(draft.peer()), PeerNetwork.INTERNATIONAL);
      case UNKNOWN -> {}
    }
    Region home = draft.customer().traits().region();
    switch (draft.whereabouts()) {
      case HOME -> json.writeStringField("region", home.label());
      case ELSEWHERE -> json.writeStringField("region", home.neighbour().label());
      case ABROAD -> json.writeBooleanField("roaming", true);
    }
  }

  private static void peer(JsonGenerator json, String number, PeerNetwork network)
      throws IOException {
    json.writeStringField("peer", number);
    json.writeStringField("peerNetwork", network.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void spend(JsonGenerator json, Draft draft) throws IOException {
    head(json, draft);
    json.writeStringField("kind", draft.kind().label());
    json.writeNumberField("amount", draft.amount());
    json.writeStringField("currency", "CNY");
  }

  private void care(JsonGenerator json, Draft draft) throws IOException {
    Care care = draft.care();
    head(json, draft);
    json.writeStringField("source", care.source().label());
    json.writeStringField("kind", care.kind().label());
    json.writeObjectFieldStart("attributes");
    for (Map.Entry<String, String> attribute : new TreeMap<>(care.attributes()).entrySet()) {
      json.writeStringField(attribute.getKey(), attribute.getValue());
    }
    json.writeEndObject();
  }

  private void head(JsonGenerator json, Draft draft) throws IOException {
    json.writeStringField("id", id(draft));
    json.writeStringField("customerId", draft.customer().id());
    json.writeStringField("at", timestamps.of(draft.at()));
  }

  /** The same for a repeated record; one of its own for a broken one. */
  private static String id(Draft draft) {
    Feed feed = draft.kind().feed();
    char letter = draft.broken() == null ? feed.label().charAt(0) : 'x';
    return letter + "-" + draft.customer().number() + "-" + draft.day() + "-" + draft.sequence();
  }
}
