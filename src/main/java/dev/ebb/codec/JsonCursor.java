package dev.ebb.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import dev.ebb.event.RejectReason;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** A walk over one JSON record, field by field, straight from Jackson's tokens. */
final class JsonCursor {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxNumberLength(100)
                  .maxStringLength(Limits.RECORD_BYTES)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private final WordCache words = new WordCache();
  private JsonParser in;

  void open(byte[] record) throws IOException, Refusal {
    in = JSON.createParser(record);
    JsonToken first = in.nextToken();
    if (first == null) {
      throw new Refusal(RejectReason.NOT_JSON, "record must be a JSON object but is empty");
    }
    if (first != JsonToken.START_OBJECT) {
      throw Refusal.of(RejectReason.NOT_JSON, "record", "a JSON object", name(first));
    }
  }

  void end() throws IOException, Refusal {
    if (in.nextToken() != null) {
      throw new Refusal(
          RejectReason.NOT_JSON,
          "record must end after its object but goes on at byte " + position());
    }
  }

  void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }

  /** Byte offset of the current token. */
  long position() {
    return in == null ? 0 : in.currentTokenLocation().getByteOffset();
  }

  /** Enters an object that is a field's value. */
  void enter(String field) throws IOException, Refusal {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw wrong(field, "an object");
    }
  }

  /** Enters an array that is a field's value. */
  void enterArray(String field) throws IOException, Refusal {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw wrong(field, "a list");
    }
  }

  /** Steps to the next element; false at the array's end. */
  boolean nextElement() throws IOException {
    return in.nextToken() != JsonToken.END_ARRAY;
  }

  /** Steps to the next field that has a value; null at the object's end. */
  String nextField() throws IOException {
    String name;
    do {
      name = in.nextFieldName();
    } while (name != null && in.nextToken() == JsonToken.VALUE_NULL);
    return name;
  }

  void skip() throws IOException {
    in.skipChildren();
  }

  String text(String field, int most) throws IOException, Refusal {
    int length = textLength(field, most);
    return Utf8.checkText(field, new String(in.getTextCharacters(), in.getTextOffset(), length));
  }

  /** A text that often repeats. */
  String word(String field) throws IOException, Refusal {
    int length = textLength(field, Limits.TEXT);
    return Utf8.checkText(field, words.get(in.getTextCharacters(), in.getTextOffset(), length));
  }

  <E> E word(String field, Map<String, E> known, RejectReason otherwise)
      throws IOException, Refusal {
    String word = word(field);
    E value = known.get(word);
    if (value == null) {
      throw Refusal.of(otherwise, field, "one of " + String.join(", ", known.keySet()), word);
    }
    return value;
  }

  <E> E word(String field, Map<String, E> known) throws IOException, Refusal {
    return word(field, known, RejectReason.WRONG_FIELD);
  }

  /** Any scalar as text. */
  String scalar(String field) throws IOException, Refusal {
    if (!in.currentToken().isScalarValue()) {
      throw wrong(field, "a single value");
    }
    if (in.currentToken() == JsonToken.VALUE_STRING && in.getTextLength() == 0) {
      return "";
    }
    return in.currentToken() == JsonToken.VALUE_STRING ? text(field, Limits.TEXT) : in.getText();
  }

  long integer(String field, long most) throws IOException, Refusal {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw wrong(field, "a whole number");
    }
    long number;
    try {
      number = in.getLongValue();
    } catch (InputCoercionException tooLarge) {
      RejectReason reason =
          in.getText().startsWith("-") ? RejectReason.NEGATIVE : RejectReason.OVERFLOW;
      throw Refusal.of(reason, field, "0 to " + most, in.getText());
    }
    return Bounds.within(field, number, most);
  }

  boolean flag(String field) throws IOException, Refusal {
    if (!in.currentToken().isBoolean()) {
      throw wrong(field, "true or false");
    }
    return in.getBooleanValue();
  }

  /** Epoch milliseconds, from RFC 3339 or as such. */
  long instant(String field) throws IOException, Refusal {
    JsonToken token = in.currentToken();
    long millis = Rfc3339.MALFORMED;
    if (token == JsonToken.VALUE_STRING) {
      millis = Rfc3339.parse(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
    } else if (token == JsonToken.VALUE_NUMBER_INT
        && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      millis = in.getLongValue();
    }
    if (millis == Rfc3339.MALFORMED) {
      throw wrong(field, "an RFC 3339 time or epoch milliseconds");
    }
    return millis;
  }

  LocalDate date(String field) throws IOException, Refusal {
    try {
      LocalDate date = LocalDate.parse(text(field, Limits.TEXT));
      if (date.getYear() < 1900 || date.getYear() > 9999) {
        throw wrong(field, "in the years 1900 to 9999");
      }
      return date;
    } catch (DateTimeException malformed) {
      throw wrong(field, "a date such as 2026-11-21");
    }
  }

  LocalTime time(String field) throws IOException, Refusal {
    try {
      return LocalTime.parse(text(field, Limits.TEXT)).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException malformed) {
      throw wrong(field, "a time such as 21:30");
    }
  }

  private int textLength(String field, int most) throws IOException, Refusal {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw wrong(field, "a text");
    }
    int length = in.getTextLength();
    if (length > most) {
      throw Refusal.tooLong(field, most, "characters", length);
    }
    if (length == 0) {
      throw new Refusal(RejectReason.MISSING_FIELD, field + " must not be empty");
    }
    return length;
  }

  private Refusal wrong(String field, String bound) throws IOException {
    JsonToken token = in.currentToken();
    return Refusal.wrong(field, bound, token.isScalarValue() ? in.getText() : name(token));
  }

  private static String name(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_TRUE, VALUE_FALSE -> "a truth value";
      case VALUE_NULL -> "null";
      default -> "a number";
    };
  }
}
