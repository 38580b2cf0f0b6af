package dev.ebb.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.ebb.event.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads one JSON object per record. */
abstract class JsonReader implements RecordReader {
  private final JsonCursor cursor = new JsonCursor();

  /** Reads the fields of the opened object. */
  abstract void fields(JsonCursor in, EventDraft draft) throws IOException, Refusal;

  @Override
  public final void read(byte[] value, RecordDecoder.Place place, EventDraft draft) throws Refusal {
    Utf8.check("record", value);
    try {
      try {
        cursor.open(value);
        fields(cursor, draft);
        cursor.end();
      } finally {
        cursor.close();
      }
    } catch (StreamConstraintsException tooLarge) {
      throw new Refusal(
          RejectReason.TOO_LONG, "record has a name, a number or a nesting beyond its bound");
    } catch (JsonProcessingException malformed) {
      long at = malformed.getLocation() == null ? 0 : malformed.getLocation().getByteOffset();
      throw new Refusal(RejectReason.NOT_JSON, "record is not JSON at byte " + at);
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
