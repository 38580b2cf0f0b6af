package dev.ebb.desk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.ebb.codec.CaseJson;
import dev.ebb.desk.store.CaseView;
import dev.ebb.risk.Tier;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;

/** Answers as JSON. */
final class Answer {
  /** Times as RFC 3339 has them, tiers as on the wire; what is null is left out. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(LocalDate.class, ToStringSerializer.instance))
          .addMixIn(Tier.class, Labelled.class)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  /** What is written as its label. */
  private interface Labelled {
    @JsonValue
    String label();
  }

  private Answer() {}

  /** As JSON, to which more can be added. */
  static ObjectNode json(Object answer) {
    return MAPPER.valueToTree(answer);
  }

  static void with(Context request, Object answer) {
    try {
      request.result(MAPPER.writeValueAsString(answer)).contentType("application/json");
    } catch (JsonProcessingException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }

  /** The case as in lists, what the job said of it last, and its course. */
  static ObjectNode whole(CaseView view) {
    ObjectNode answer = json(CaseSummary.of(view.card()));
    answer.set("message", message(view));
    answer.set("timeline", MAPPER.valueToTree(view.timeline()));
    return answer;
  }

  private static ObjectNode message(CaseView view) {
    try {
      return (ObjectNode) MAPPER.readTree(CaseJson.write(view.message()));
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
