package dev.ebb.desk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;

/**
 * What a program is told when something does not work, as RFC 9457 has it. What is null is left
 * out.
 *
 * @param type a URN that names the kind of problem, {@code urn:ebb:problem:} and a word
 * @param title the kind of problem in words, always the same
 * @param status of HTTP
 * @param detail what is wrong this time
 * @param field what is refused
 * @param bound what would be accepted
 * @param value what was met instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDetails(
    String type,
    String title,
    int status,
    String detail,
    String field,
    String bound,
    String value) {
  private static final String MEDIA_TYPE = "application/problem+json";
  private static final String URN = "urn:ebb:problem:";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** A problem of this kind without more to say. */
  public static ProblemDetails of(int status, String word, String title) {
    return new ProblemDetails(URN + word, title, status, null, null, null, null);
  }

  /** The same of this field. */
  public ProblemDetails in(String newField, String newBound, String newValue) {
    String text = "%s must be %s but was %s".formatted(newField, newBound, newValue);
    return new ProblemDetails(type, title, status, text, newField, newBound, newValue);
  }

  /** The same with these words. */
  public ProblemDetails because(String newDetail) {
    return new ProblemDetails(type, title, status, newDetail, field, bound, value);
  }

  /** Answers a request with it. */
  public void answer(Context request) {
    try {
      request.status(status);
      request.result(MAPPER.writeValueAsString(this)).contentType(MEDIA_TYPE);
    } catch (JsonProcessingException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }
}
