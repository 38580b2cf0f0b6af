package dev.ebb.codec;

import dev.ebb.event.Event;
import dev.ebb.event.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/** Decoders and records as the codec tests need them. */
final class Decoding {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final DecoderSettings SETTINGS =
      new DecoderSettings(SHANGHAI, "CNY", java.time.Duration.ofMinutes(5));
  static final RecordDecoder.Place PLACE = new RecordDecoder.Place("ebb.usage", 3, 42);
  static final long APPENDED = Instant.parse("2026-11-21T10:00:00Z").toEpochMilli();

  private Decoding() {}

  static RecordDecoder canonical(Feed feed) {
    return new FeedBinding(7, feed.label(), feed, null, SETTINGS).newDecoder();
  }

  static Decoded decode(Feed feed, String json) {
    return decode(canonical(feed), json);
  }

  static Decoded decode(RecordDecoder decoder, String record) {
    return decoder.decode(null, bytes(record), APPENDED, PLACE);
  }

  static Event event(Feed feed, String json) {
    Decoded decoded = decode(feed, json);
    if (decoded.event() == null) {
      throw new AssertionError(decoded.rejected().message());
    }
    return decoded.event();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
