package dev.ebb.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ebb.event.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Columns of a JSON object, by pointer. */
final class JsonRow implements RowReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final List<JsonPointer> pointers;

  JsonRow(List<String> columns) {
    pointers = columns.stream().map(JsonPointer::compile).toList();
  }

  @Override
  public void read(byte[] record, String[] row) throws Refusal {
    JsonNode root = root(record);
    if (!root.isObject()) {
      throw new Refusal(RejectReason.NOT_JSON, "record must be a JSON object");
    }
    for (int i = 0; i < row.length; i++) {
      JsonNode node = root.at(pointers.get(i));
      if (node.isContainerNode()) {
        throw new Refusal(
            RejectReason.WRONG_FIELD, pointers.get(i) + " must be a single value but was not");
      }
      row[i] = node.isNull() || node.isMissingNode() ? null : node.asText();
    }
  }

  private static JsonNode root(byte[] record) throws Refusal {
    try {
      return MAPPER.readTree(record);
    } catch (JsonProcessingException malformed) {
      long at = malformed.getLocation() == null ? 0 : malformed.getLocation().getByteOffset();
      throw new Refusal(RejectReason.NOT_JSON, "record is not JSON at byte " + at);
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
