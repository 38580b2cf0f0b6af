package dev.ebb.codec;

import static dev.ebb.codec.Decoding.bytes;
import static dev.ebb.codec.Decoding.decode;
import static dev.ebb.codec.Decoding.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.RejectReason;
import dev.ebb.event.Spread;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageDecoderTest {
  private static final String VALID =
      """
      {"id":"e1","customerId":"13800138000","at":"2026-11-21T09:59:00.250Z","kind":"voice-out",\
      "amount":90,"peer":"13900139000","peerNetwork":"off-net","region":"gd-gz","roaming":true}""";

  @Test
  void shouldReadEveryField() {
    Event event = event(Feed.USAGE, VALID);

    assertThat(event.kind()).isEqualTo(EventKind.VOICE_OUT);
    assertThat(event.customerId()).isEqualTo("13800138000");
    assertThat(event.at()).isEqualTo(Instant.parse("2026-11-21T09:59:00.250Z").toEpochMilli());
    assertThat(event.amount()).isEqualTo(90);
    assertThat(event.spread()).isEqualTo(Spread.NONE);
    assertThat(event.region()).isEqualTo("gd-gz");
    assertThat(event.peer()).isEqualTo(113_900_139_000L);
    assertThat(event.peerNetwork()).isEqualTo(PeerNetwork.OFF_NET);
    assertThat(event.roaming()).isTrue();
    assertThat(event.origin()).isEqualTo(7);
    assertThat(event.appendedAt()).isEqualTo(Decoding.APPENDED);
    assertThat(event.fingerprint()).isEqualTo(new Fingerprint("usage").of("e1")).isNotZero();
  }

  @Test
  void shouldReadEpochMillisecondsAndIgnoreUnknownAndNullFields() {
    Event event =
        event(
            Feed.USAGE,
            """
            {"x":{"y":[1,{"z":2}]},"id":"e1","customerId":"c1","at":1795255200000,"region":null,
             "kind":"data","amount":0,"kindOf":"x"}""");

    assertThat(event.at()).isEqualTo(1795255200000L);
    assertThat(event.region()).isNull();
    assertThat(event.peer()).isZero();
  }

  @Test
  void shouldGiveTheSameIdInAnotherFeedAnotherFingerprint() {
    assertThat(new Fingerprint("usage").of("e1")).isNotEqualTo(new Fingerprint("spend").of("e1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "amount":90 | "amount":-1 | NEGATIVE | amount must be 0 or more but was -1
          "amount":90 | "amount":1.5 | WRONG_FIELD | amount must be a whole number but was 1.5
          "amount":90 | "amount":"90" | WRONG_FIELD | amount must be a whole number but was 90
          "amount":90 | "amount":[1] | WRONG_FIELD | amount must be a whole number but was a list
          "amount":90 | "amount":9223372036854775808 | OVERFLOW | amount must be 0 to 1000000000000000 but was 9223372036854775808
          "amount":90 | "amount":1000000000000001 | OVERFLOW | amount must be at most 1000000000000000 but was 1000000000000001
          "amount":90 | "amount":null | MISSING_FIELD | amount is missing
          "amount":90 | "amount":90,"amount":91 | WRONG_FIELD | amount must appear once but appears twice
          "id":"e1" | "id":"" | MISSING_FIELD | id must not be empty
          "id":"e1" | "id":7 | WRONG_FIELD | id must be a text but was ***
          "id":"e1", | `` | MISSING_FIELD | id is missing
          "13800138000" | 13800138000 | WRONG_FIELD | customerId must be a text but was 13***00
          "13800138000" | "\\ud800" | INVALID_UTF8 | customerId has half a surrogate pair
          "13800138000" | "138001\\n38000" | WRONG_FIELD | customerId must be free of control characters but was 13***00
          "voice-out" | "voice-over" | UNKNOWN_KIND | kind must be one of voice-out, voice-in, sms-out, sms-in, data but was voice-over
          "voice-out" | "charge" | UNKNOWN_KIND | kind must be one of voice-out, voice-in, sms-out, sms-in, data but was charge
          "off-net" | "moon" | WRONG_FIELD | peerNetwork must be one of on-net, off-net, international but was moon
          "roaming":true | "roaming":1 | WRONG_FIELD | roaming must be true or false but was 1
          "2026-11-21T09:59:00.250Z" | "yesterday" | WRONG_FIELD | at must be an RFC 3339 time or epoch milliseconds but was yesterday
          "2026-11-21T09:59:00.250Z" | "2026-02-29T00:00:00Z" | WRONG_FIELD | at must be an RFC 3339 time or epoch milliseconds but was 2026-02-29T00:00:00Z
          "2026-11-21T09:59:00.250Z" | 1795255200 | WRONG_FIELD | at must be 1990-01-01 or later but was 1970-01-21T18:40:55.200Z
          "2026-11-21T09:59:00.250Z" | 1795255200000000 | FUTURE | at must be before 2200-01-01 but was +58859-05-16T16:00:00Z
          "2026-11-21T09:59:00.250Z" | "2026-11-21T10:05:00.001Z" | FUTURE | at must be at most 300 s after the record's 2026-11-21T10:00:00Z but was 2026-11-21T10:05:00.001Z
          """)
  void shouldRejectWithFieldBoundAndValue(
      String part, String replacement, RejectReason reason, String message) {
    String record = VALID.replace(part, replacement);

    Rejected rejected = decode(Feed.USAGE, record).rejected();

    assertThat(rejected.message()).isEqualTo(message);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.value()).isEqualTo(bytes(record));
    assertThat(rejected.origin()).isEqualTo(7);
    assertThat(rejected.source()).isEqualTo("ebb.usage");
    assertThat(rejected.partition()).isEqualTo(3);
    assertThat(rejected.offset()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "7",
        "{\"id\":",
        "{\"id\":\"e1\"} }",
        "{\"id\":e1}",
        "{'a':1}"
      })
  void shouldRejectWhatIsNotOneJsonObject(String record) {
    assertThat(decode(Feed.USAGE, record).rejected().reason())
        .isIn(RejectReason.NOT_JSON, RejectReason.MISSING_FIELD);
  }

  @Test
  void shouldRejectTrailingGarbage() {
    assertThat(decode(Feed.USAGE, VALID + "{}").rejected().message())
        .isEqualTo("record must end after its object but goes on at byte " + VALID.length());
    assertThat(decode(Feed.USAGE, VALID + "x").rejected().reason())
        .isEqualTo(RejectReason.NOT_JSON);
    assertThat(decode(Feed.USAGE, VALID + " \n").event()).isNotNull();
  }

  @Test
  void shouldNotTellTheContentOfWhatIsNotJson() {
    assertThat(decode(Feed.USAGE, "13800138000,voice").rejected().message())
        .doesNotContain("13800138000");
  }

  @Test
  void shouldRejectInvalidUtf8InsideAString() {
    byte[] overlong = bytes(VALID.replace("e1", "e??1"));
    int at = VALID.indexOf("e1") + 1;
    overlong[at] = (byte) 0xC0;
    overlong[at + 1] = (byte) 0x80;

    Rejected rejected =
        Decoding.canonical(Feed.USAGE)
            .decode(null, overlong, Decoding.APPENDED, Decoding.PLACE)
            .rejected();

    assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID_UTF8);
    assertThat(rejected.message()).isEqualTo("record is not UTF-8 at byte " + at);
    assertThat(rejected.value()).isSameAs(overlong);
  }

  @Test
  void shouldNotTakeOtherEncodingsForJson() {
    byte[] utf16 = VALID.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);

    assertThat(
            Decoding.canonical(Feed.USAGE)
                .decode(null, utf16, Decoding.APPENDED, Decoding.PLACE)
                .rejected()
                .reason())
        .isEqualTo(RejectReason.NOT_JSON);
  }

  @Test
  void shouldRejectAbsurdLengths() {
    assertThat(decode(Feed.USAGE, VALID.replace("e1", "e".repeat(129))).rejected().message())
        .isEqualTo("id must be at most 128 characters but was 129 characters");
    assertThat(decode(Feed.USAGE, VALID + " ".repeat(1 << 20)).rejected().message())
        .isEqualTo(
            "record must be at most 1048576 bytes but was "
                + (VALID.length() + (1 << 20))
                + " bytes");
    assertThat(decode(Feed.USAGE, "{\"x\":" + "[".repeat(100)).rejected().reason())
        .isEqualTo(RejectReason.TOO_LONG);
  }

  @Test
  void shouldShortenAndCleanTheValueShown() {
    String message =
        decode(Feed.USAGE, VALID.replace("voice-out", "v\\n" + "o".repeat(100)))
            .rejected()
            .message();

    assertThat(message).contains("control characters").contains("v?" + "o".repeat(62) + "...");
  }

  @Test
  void shouldRejectAMissingValue() {
    Rejected rejected =
        Decoding.canonical(Feed.USAGE)
            .decode(bytes("c1"), null, Decoding.APPENDED, Decoding.PLACE)
            .rejected();

    assertThat(rejected.message()).isEqualTo("value is missing");
    assertThat(rejected.key()).isEqualTo(bytes("c1"));
  }

  @Test
  void shouldCutWhatIsTooLongToBeSentOn() {
    byte[] tooLong = new byte[5 << 20];

    Rejected rejected =
        Decoding.canonical(Feed.USAGE)
            .decode(null, tooLong, Decoding.APPENDED, Decoding.PLACE)
            .rejected();

    assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LONG);
    assertThat(rejected.message()).contains("1048576", "5242880");
    assertThat(rejected.value()).hasSize(1 << 20);
  }

  @Test
  void shouldKeepTheRecordOfAnEventForTheLedgerMayYetRefuseIt() {
    RawRecord raw = RawRecord.unpack(event(Feed.USAGE, VALID).raw());

    assertThat(raw.value()).isEqualTo(bytes(VALID));
    assertThat(raw.key()).isNull();
    assertThat(raw.place()).isEqualTo(Decoding.PLACE);
  }
}
