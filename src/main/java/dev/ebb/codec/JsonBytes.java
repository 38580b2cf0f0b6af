package dev.ebb.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** A JSON object as it is sent. */
public final class JsonBytes {

  private JsonBytes() {}

  /** The object as UTF-8. */
  public static byte[] of(ObjectNode json) {
    try {
      return CaseJson.MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
