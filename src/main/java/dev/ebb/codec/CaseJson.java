package dev.ebb.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ebb.retention.CaseMessage;
import dev.ebb.signal.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * The case on the wire, as JSON: times in RFC 3339, money in minor units, the series' voice in
 * minutes with two decimals, which keeps the seconds exact, and null for an unknown day.
 */
public final class CaseJson {
  static final JsonMapper MAPPER = new JsonMapper();

  private static final JsonFactory JSON = MAPPER.getFactory();
  private static final BigDecimal SECONDS = BigDecimal.valueOf(60);
  private static final long UNKNOWN = -1;
  private static final String HOLD_OUT = "hold-out";

  private CaseJson() {}

  /** The message as UTF-8. */
  public static byte[] write(CaseMessage message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      write(message, out);
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} wrote; unknown fields are ignored.
   *
   * @throws IOException if this is no case, or one in a state or with a word that this version does
   *     not know; the message names the field
   */
  public static CaseMessage read(byte[] json) throws IOException {
    JsonNode root = MAPPER.readTree(json);
    if (!root.isObject()) {
      throw new IOException("case must be a JSON object");
    }
    return CaseNodes.message(root);
  }

  private static void write(CaseMessage message, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("alertId", message.alertId());
    out.writeNumberField("revision", message.revision());
    out.writeStringField("customerId", message.customerId());
    out.writeStringField("state", message.state().label());
    if (message.reason() != null) {
      out.writeStringField("reason", message.reason());
    }
    time(out, "openedAt", message.openedAt());
    time(out, "at", message.at());
    out.writeNumberField("risk", message.risk());
    if (message.value() != null) {
      out.writeObjectFieldStart("value");
      out.writeNumberField("arpu", message.value().arpu());
      out.writeStringField("tier", message.value().tier().label());
      out.writeEndObject();
    }
    out.writeNumberField("priority", message.priority());
    if (message.stage() != null) {
      out.writeStringField("stage", message.stage().code());
    }
    time(out, "actBy", message.actBy());
    out.writeArrayFieldStart("signals");
    for (CaseMessage.Signal signal : message.signals()) {
      write(signal, out);
    }
    out.writeEndArray();
    if (message.recommended() != null) {
      write(message.recommended(), out);
    }
    boolean isWithheld = message.withheld() != null;
    boolean isHeldOut = isWithheld && message.withheld().label().equals(HOLD_OUT);
    out.writeStringField("treatment", isHeldOut ? HOLD_OUT : "treat");
    if (isWithheld) {
      out.writeStringField("withheld", message.withheld().label());
    }
    out.writeBooleanField("mature", message.mature());
    if (message.series() != null) {
      write(message.series(), out);
    }
    out.writeEndObject();
  }

  private static void write(CaseMessage.Signal signal, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("rule", signal.rule());
    out.writeNumberField("version", signal.version());
    out.writeStringField("kind", signal.kind());
    out.writeStringField("family", Words.lower(signal.family()));
    time(out, "since", signal.since());
    out.writeNumberField("strength", signal.strength());
    out.writeNumberField("weight", signal.weight());
    out.writeObjectFieldStart("evidence");
    for (Map.Entry<String, Double> number : signal.evidence().entrySet()) {
      out.writeFieldName(number.getKey());
      number(out, number.getValue());
    }
    out.writeEndObject();
    write(out, "why", signal.why());
    out.writeEndObject();
  }

  private static void write(CaseMessage.Recommended recommended, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart("recommended");
    out.writeNumberField("lever", recommended.lever());
    out.writeStringField("playbook", recommended.playbook());
    out.writeStringField("channel", recommended.channel());
    if (recommended.contactFrom() != null) {
      time(out, "contactFrom", recommended.contactFrom());
    }
    if (recommended.contactUntil() != null) {
      time(out, "contactUntil", recommended.contactUntil());
    }
    write(out, "opener", recommended.opener());
    out.writeArrayFieldStart("mayOffer");
    for (CaseMessage.Offer offer : recommended.mayOffer()) {
      out.writeStartObject();
      languages(out, offer.what());
      if (offer.upTo() != null) {
        out.writeNumberField("upTo", offer.upTo());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("mustNot");
    for (Text text : recommended.mustNot()) {
      out.writeStartObject();
      languages(out, text);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(CaseMessage.Series series, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("series");
    out.writeArrayFieldStart("mou");
    for (long seconds : series.mou()) {
      if (seconds == UNKNOWN) {
        out.writeNull();
      } else {
        BigDecimal minutes = BigDecimal.valueOf(seconds).divide(SECONDS, 2, RoundingMode.HALF_UP);
        out.writeNumber(new BigDecimal(minutes.stripTrailingZeros().toPlainString()));
      }
    }
    out.writeEndArray();
    out.writeArrayFieldStart("spend");
    for (long minor : series.spend()) {
      if (minor == UNKNOWN) {
        out.writeNull();
      } else {
        out.writeNumber(minor);
      }
    }
    out.writeEndArray();
    out.writeStringField("from", LocalDate.ofEpochDay(series.from()).toString());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, String field, Text text) throws IOException {
    if (text != null) {
      out.writeObjectFieldStart(field);
      languages(out, text);
      out.writeEndObject();
    }
  }

  private static void languages(JsonGenerator out, Text text) throws IOException {
    out.writeStringField("en", text.en());
    out.writeStringField("zh", text.zh());
  }

  private static void time(JsonGenerator out, String field, long millis) throws IOException {
    out.writeStringField(field, Instant.ofEpochMilli(millis).toString());
  }

  private static void number(JsonGenerator out, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
      out.writeNumber((long) number);
    } else if (Double.isFinite(number)) {
      out.writeNumber(number);
    } else {
      out.writeNull();
    }
  }
}
