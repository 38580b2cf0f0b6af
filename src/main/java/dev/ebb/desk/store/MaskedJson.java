package dev.ebb.desk.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.codec.Masking;
import java.io.IOException;

/** A record's JSON without the customer's number. */
final class MaskedJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private MaskedJson() {}

  static String of(byte[] json, String customerId) throws IOException {
    ObjectNode node = (ObjectNode) MAPPER.readTree(json);
    return node.put("customerId", Masking.masked(customerId)).toString();
  }
}
