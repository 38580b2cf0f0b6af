package dev.ebb.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ebb.desk.web.ProblemDetails;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The JSON object that a request brings. */
final class Body {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final JsonNode root;

  private Body(JsonNode root) {
    this.root = root;
  }

  /**
   * Reads it; an empty one is an object without fields. No other fields than these may be there.
   */
  static Body of(Context request, String... fields) {
    JsonNode root = parsed(request.body());
    Set<String> known = Set.of(fields);
    for (String name : (Iterable<String>) root::fieldNames) {
      if (!known.contains(name)) {
        throw Refused.field(name, "left out: the fields are " + String.join(", ", fields), "there");
      }
    }
    return new Body(root);
  }

  private static JsonNode parsed(String text) {
    try {
      JsonNode root =
          text.isBlank() ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(text);
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException malformed) {
      // said below, without the parser's words
    }
    throw new Refused(
        ProblemDetails.of(400, "malformed", "The body is not what it must be")
            .because("the body must be one JSON object"));
  }

  /** A text, or null where there is none. */
  String text(String field) {
    JsonNode value = root.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw Refused.field(field, "a text", value);
    }
    return value.textValue().strip();
  }

  /** A text that must be there. */
  String needed(String field) {
    String text = text(field);
    if (text == null || text.isEmpty()) {
      throw Refused.field(field, "set", text);
    }
    return text;
  }

  /** An instant in RFC 3339, to the millisecond, or null. */
  Instant time(String field) {
    String text = text(field);
    try {
      return text == null
          ? null
          : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException malformed) {
      throw Refused.field(field, "a time such as 2026-11-20T12:00:00Z", text);
    }
  }

  /** A list of texts; empty where there is none. */
  List<String> texts(String field) {
    JsonNode values = root.path(field);
    if (!values.isMissingNode() && !values.isArray()) {
      throw Refused.field(field, "a list of texts", values);
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      texts.add(value.asText());
    }
    return texts;
  }
}
