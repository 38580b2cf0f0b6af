package dev.ebb.codec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Family;
import dev.ebb.signal.Text;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the case on the wire back. */
final class CaseNodes {
  private static final Map<String, CaseState> STATES =
      Words.of(CaseState.values(), CaseState::label);
  private static final Map<String, Withheld> WITHHELD =
      Words.of(Withheld.values(), Withheld::label);
  private static final Map<String, Tier> TIERS = Words.of(Tier.values(), Tier::label);
  static final Map<String, Stage> STAGES = Words.of(Stage.values(), Stage::code);
  private static final Map<String, Family> FAMILIES = Words.of(Family.values(), Words::lower);
  private static final long UNKNOWN = -1;

  private CaseNodes() {}

  static CaseMessage message(JsonNode root) throws IOException {
    List<CaseMessage.Signal> signals = new ArrayList<>();
    for (JsonNode signal : root.path("signals")) {
      signals.add(signal(signal));
    }
    return new CaseMessage(
        text(root, "alertId"),
        required(root, "revision").asInt(),
        text(root, "customerId"),
        word(root, "state", STATES),
        root.path("reason").asText(null),
        time(root, "openedAt"),
        time(root, "at"),
        required(root, "risk").asDouble(),
        root.hasNonNull("value") ? value(root.get("value")) : null,
        required(root, "priority").asDouble(),
        root.hasNonNull("stage") ? word(root, "stage", STAGES) : null,
        time(root, "actBy"),
        signals,
        root.hasNonNull("recommended") ? recommended(root.get("recommended")) : null,
        root.hasNonNull("withheld") ? word(root, "withheld", WITHHELD) : null,
        required(root, "mature").asBoolean(),
        root.hasNonNull("series") ? series(root.get("series")) : null,
        CaseMessage.Aside.NONE);
  }

  private static Value value(JsonNode node) throws IOException {
    return new Value(required(node, "arpu").asLong(), word(node, "tier", TIERS));
  }

  private static CaseMessage.Signal signal(JsonNode node) throws IOException {
    Map<String, Double> evidence = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> number : node.path("evidence").properties()) {
      evidence.put(
          number.getKey(), number.getValue().isNull() ? Double.NaN : number.getValue().asDouble());
    }
    return new CaseMessage.Signal(
        text(node, "rule"),
        required(node, "version").asInt(),
        text(node, "kind"),
        word(node, "family", FAMILIES),
        time(node, "since"),
        required(node, "strength").asDouble(),
        required(node, "weight").asDouble(),
        evidence,
        localized(node.path("why")));
  }

  private static CaseMessage.Recommended recommended(JsonNode node) throws IOException {
    return new CaseMessage.Recommended(
        required(node, "lever").asInt(),
        node.path("playbook").asText(null),
        node.path("channel").asText(null),
        node.hasNonNull("contactFrom") ? time(node, "contactFrom") : null,
        node.hasNonNull("contactUntil") ? time(node, "contactUntil") : null,
        localized(node.path("opener")),
        offers(node.path("mayOffer")),
        texts(node.path("mustNot")));
  }

  private static CaseMessage.Series series(JsonNode node) throws IOException {
    String from = text(node, "from");
    try {
      return new CaseMessage.Series(
          days(node.path("mou"), 60),
          days(node.path("spend"), 1),
          (int) LocalDate.parse(from).toEpochDay());
    } catch (DateTimeException malformed) {
      throw new IOException("series.from must be a date but was " + from, malformed);
    }
  }

  private static long[] days(JsonNode list, int factor) {
    long[] days = new long[list.size()];
    for (int i = 0; i < days.length; i++) {
      JsonNode day = list.get(i);
      days[i] = day.isNull() ? UNKNOWN : Math.round(day.asDouble() * factor);
    }
    return days;
  }

  private static Text localized(JsonNode node) {
    return node.isObject()
        ? new Text(node.path("en").asText(null), node.path("zh").asText(null))
        : null;
  }

  private static List<CaseMessage.Offer> offers(JsonNode list) {
    List<CaseMessage.Offer> offers = new ArrayList<>();
    for (JsonNode offer : list) {
      Long upTo = offer.hasNonNull("upTo") ? offer.get("upTo").asLong() : null;
      offers.add(new CaseMessage.Offer(localized(offer), upTo));
    }
    return offers;
  }

  private static List<Text> texts(JsonNode list) {
    List<Text> texts = new ArrayList<>();
    list.forEach(item -> texts.add(localized(item)));
    return texts;
  }

  private static <E> E word(JsonNode node, String field, Map<String, E> words) throws IOException {
    String word = text(node, field);
    E value = words.get(word);
    if (value == null) {
      throw new IOException(
          field + " must be one of " + String.join(", ", words.keySet()) + " but was " + word);
    }
    return value;
  }

  private static long time(JsonNode node, String field) throws IOException {
    String text = text(node, field);
    long millis = Rfc3339.parse(text);
    if (millis == Rfc3339.MALFORMED) {
      throw new IOException(field + " must be an RFC 3339 time but was " + text);
    }
    return millis;
  }

  private static String text(JsonNode node, String field) throws IOException {
    return required(node, field).asText();
  }

  private static JsonNode required(JsonNode node, String field) throws IOException {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) {
      throw new IOException(field + " is missing");
    }
    return value;
  }
}
