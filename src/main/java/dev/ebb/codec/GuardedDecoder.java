package dev.ebb.codec;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import java.time.Instant;
import java.util.Arrays;

/**
 * Holds every record to the bounds common to all feeds and turns each refusal into a rejected
 * record. Not thread-safe; one instance per reading thread.
 */
final class GuardedDecoder implements RecordDecoder {
  private final int origin;
  private final Feed feed;
  private final long toleranceMillis;
  private final RecordReader reader;
  private final EventDraft draft = new EventDraft();

  GuardedDecoder(int origin, Feed feed, DecoderSettings settings, RecordReader reader) {
    this.origin = origin;
    this.feed = feed;
    this.toleranceMillis = settings.futureTolerance().toMillis();
    this.reader = reader;
  }

  @Override
  public Decoded decode(byte[] key, byte[] value, long timestamp, Place place) {
    try {
      return Decoded.of(event(key, value, timestamp, place));
    } catch (Refusal refusal) {
      return rejected(refusal.reason(), refusal.getMessage(), key, value, place);
    } catch (RuntimeException unforeseen) {
      String message = "record cannot be read: " + unforeseen.getClass().getSimpleName();
      return rejected(RejectReason.WRONG_FIELD, message, key, value, place);
    }
  }

  private Event event(byte[] key, byte[] value, long timestamp, Place place) throws Refusal {
    draft.clear();
    if (value == null) {
      erase(key, timestamp);
    } else {
      if (value.length > Limits.RECORD_BYTES) {
        throw Refusal.tooLong("record", Limits.RECORD_BYTES, "bytes", value.length);
      }
      reader.read(value, place, draft);
      if (feed == Feed.CUSTOMERS && key != null) {
        checkKey(key);
      }
    }
    checkTime(timestamp);
    return draft.finish(origin, timestamp, new RawRecord(place, key, value).pack());
  }

  private void erase(byte[] key, long timestamp) throws Refusal {
    if (feed != Feed.CUSTOMERS) {
      throw Refusal.missing("value");
    }
    if (key == null || key.length == 0) {
      throw Refusal.missing("key");
    }
    if (timestamp == Long.MIN_VALUE) {
      throw Refusal.missing("timestamp");
    }
    draft.kind = EventKind.ERASE;
    draft.customerId = keyText(key);
    draft.at = timestamp;
  }

  private void checkKey(byte[] key) throws Refusal {
    String text = keyText(key);
    if (!text.equals(draft.customerId)) {
      throw Refusal.wrong("key", "the customerId " + Masking.masked(draft.customerId), text);
    }
  }

  private static String keyText(byte[] key) throws Refusal {
    String text = Utf8.checkText("key", Utf8.text("key", key));
    if (text.length() > Limits.ID) {
      throw Refusal.tooLong("key", Limits.ID, "characters", text.length());
    }
    return text;
  }

  private void checkTime(long timestamp) throws Refusal {
    if (draft.at < Limits.EARLIEST) {
      throw Refusal.wrong("at", "1990-01-01 or later", time(draft.at));
    }
    if (draft.at >= Limits.LATEST) {
      throw Refusal.of(RejectReason.FUTURE, "at", "before 2200-01-01", time(draft.at));
    }
    if (timestamp != Long.MIN_VALUE && draft.at - toleranceMillis > timestamp) {
      String bound =
          "at most " + toleranceMillis / 1000 + " s after the record's " + time(timestamp);
      throw Refusal.of(RejectReason.FUTURE, "at", bound, time(draft.at));
    }
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** What is too long to be sent on is cut; the whole lies where the place says. */
  private static byte[] cut(byte[] bytes) {
    return bytes == null || bytes.length <= Limits.RECORD_BYTES
        ? bytes
        : Arrays.copyOf(bytes, Limits.RECORD_BYTES);
  }

  private Decoded rejected(
      RejectReason reason, String message, byte[] key, byte[] value, Place place) {
    return Decoded.of(
        new Rejected(
            reason,
            message,
            origin,
            place.source(),
            place.partition(),
            place.offset(),
            cut(key),
            cut(value)));
  }
}
