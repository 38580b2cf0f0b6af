package dev.ebb.codec;

import static dev.ebb.codec.Decoding.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.codec.Mapping.Column;
import dev.ebb.codec.Mapping.Format;
import dev.ebb.codec.Mapping.IdForm;
import dev.ebb.codec.Mapping.Layout;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import dev.ebb.event.Spread;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedDecoderTest {
  private static final IdForm HASH =
      new IdForm(IdForm.Source.HASH, List.of("user", "day", "way", "took"));
  private static final Map<String, String> WAYS =
      new TreeMap<>(Map.of("in", "voice-in", "out", "voice-out"));
  private static final Map<Target, Column> CALLS =
      Map.of(
          Target.CUSTOMER_ID, Column.of("user"),
          Target.AT, Column.of("day", TimeForm.pattern("yyyy-MM-dd")),
          Target.KIND, Column.of("way", WAYS),
          Target.AMOUNT, Column.of("took", Unit.MINUTE));
  private static final String HEADER = "user,day,way,took";

  @Test
  void shouldReadALineAsComputedByHand() {
    Event event = event(mapping("calls", HASH, CALLS, Spread.NONE), "u1,2026-11-20,out,8.525");

    assertThat(event.customerId()).isEqualTo("u1");
    assertThat(event.kind()).isEqualTo(EventKind.VOICE_OUT);
    assertThat(event.amount()).isEqualTo(512); // 8.525 min = 511.5 s
    assertThat(Instant.ofEpochMilli(event.at())).isEqualTo("2026-11-19T16:00:00Z");
    assertThat(event.origin()).isEqualTo(7);
  }

  @Test
  void shouldReadQuotedValues() {
    Event event =
        event(mapping("calls", HASH, CALLS, Spread.NONE), "\"u,\"\"1\",\"2026-11-20\",in,\"1\"");

    assertThat(event.customerId()).isEqualTo("u,\"1");
    assertThat(event.kind()).isEqualTo(EventKind.VOICE_IN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ,2026-11-20,out,1 | MISSING_FIELD | customerId (user) is missing
          u1,,out,1 | MISSING_FIELD | at (day) is missing
          u1,2026-02-30,out,1 | WRONG_FIELD | at must be a time written yyyy-MM-dd but was 2026-02-30
          u1,2026-11-20,sideways,1 | UNKNOWN_KIND | kind must be one of in, out but was sideways
          u1,2026-11-20,out, | MISSING_FIELD | amount (took) is missing
          u1,2026-11-20,out,many | WRONG_FIELD | amount must be a number but was many
          u1,2026-11-20,out,-0.5 | NEGATIVE | amount must be 0 or more but was -0.5
          u1,2026-11-20,out,1e30 | OVERFLOW | amount must be at most 1000000000000000 but was 1e30
          u1,2026-11-20,out,1e999999999 | OVERFLOW | amount must be at most 1000000000000000 but was 1e999999999
          u1,2026-11-20,out | NOT_CSV | record must have 4 columns but has 3
          u1,2026-11-20,out,1,2 | NOT_CSV | record must have 4 columns but has 5
          "u1,2026-11-20,out,1 | NOT_CSV | record has a quote out of place
          u1,2026-12-20,out,1 | FUTURE | at must be at most 300 s after the record's 2026-11-21T10:00:00Z but was 2026-12-19T16:00:00Z
          """)
  void shouldRejectWithFieldColumnAndValue(String line, RejectReason reason, String message) {
    Rejected rejected = decode(mapping("calls", HASH, CALLS, Spread.NONE), line).rejected();

    assertThat(rejected.message()).isEqualTo(message);
    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.value()).isEqualTo(bytes(line));
  }

  @Test
  void shouldGiveEqualLinesOneIdAndOtherLinesAnother() {
    Mapping mapping = mapping("calls", HASH, CALLS, Spread.NONE);
    long id = event(mapping, "u1,2026-11-20,out,1").fingerprint();

    assertThat(event(mapping, "u1,2026-11-20,out,1").fingerprint()).isEqualTo(id);
    assertThat(event(mapping, "u1,2026-11-20,out,1.0").fingerprint()).isNotEqualTo(id);
    assertThat(
            event(mapping("calls2", HASH, CALLS, Spread.NONE), "u1,2026-11-20,out,1").fingerprint())
        .isNotEqualTo(id);
  }

  @Test
  void shouldTellRecordsApartByPositionWhereAsked() {
    Mapping mapping =
        mapping("calls", new IdForm(IdForm.Source.POSITION, List.of()), CALLS, Spread.NONE);
    RecordDecoder decoder = decoder(mapping, HEADER);
    byte[] line = bytes("u1,2026-11-20,out,1");
    long first = fingerprint(decoder, line, 2);

    assertThat(fingerprint(decoder, line, 3)).isNotEqualTo(first);
    assertThat(fingerprint(decoder, line, 2)).isEqualTo(first);
  }

  @Test
  void shouldStartASpreadRecordAtItsPeriodInTheOperatorsZone() {
    Event month = event(mapping("m", HASH, CALLS, Spread.MONTH), "u1,2026-10-17,out,1");
    Event day = event(mapping("d", HASH, CALLS, Spread.DAY), "u1,2026-10-17,out,1");

    assertThat(month.spread()).isEqualTo(Spread.MONTH);
    assertThat(Instant.ofEpochMilli(month.at())).isEqualTo("2026-09-30T16:00:00Z");
    assertThat(Instant.ofEpochMilli(day.at())).isEqualTo("2026-10-16T16:00:00Z");
  }

  @Test
  void shouldCountMonthsFromTheBase() {
    TimeForm steps =
        new TimeForm(TimeForm.Form.STEPS, null, null, LocalDate.of(2020, 1, 1), Spread.MONTH);
    Mapping mapping = mapping("m", HASH, with(Target.AT, Column.of("day", steps)), Spread.MONTH);

    assertThat(Instant.ofEpochMilli(event(mapping, "u1,9,out,1").at()))
        .isEqualTo("2020-08-31T16:00:00Z");
    assertThat(decode(mapping, "u1,0,out,1").rejected().message())
        .isEqualTo("at must be 1 to 100000 but was 0");
  }

  @Test
  void shouldHonourThePatternsOwnZone() {
    Mapping mapping =
        mapping(
            "z",
            HASH,
            with(Target.AT, Column.of("day", TimeForm.pattern("yyyy-MM-dd HH:mm:ssXXX"))),
            Spread.NONE);

    assertThat(Instant.ofEpochMilli(event(mapping, "u1,2019-08-04 00:00:00+03:00,out,1").at()))
        .isEqualTo("2019-08-03T21:00:00Z");
  }

  @Test
  void shouldReadEpochSeconds() {
    TimeForm seconds = new TimeForm(TimeForm.Form.EPOCH_SECONDS, null, null, null, null);
    Mapping mapping = mapping("e", HASH, with(Target.AT, Column.of("day", seconds)), Spread.NONE);

    assertThat(event(mapping, "u1,1795255200,out,1").at()).isEqualTo(1795255200000L);
  }

  @Test
  void shouldReadConstantsAndColumnsSeparatedByBlanks() {
    Map<Target, Column> columns =
        Map.of(
            Target.CUSTOMER_ID, Column.of("id"),
            Target.AT, Column.of("date", TimeForm.pattern("yyyyMMdd")),
            Target.KIND, Column.constant("charge"),
            Target.AMOUNT, Column.of("dollars", Unit.MAJOR));
    Layout blanks = new Layout(Format.CSV, ' ', '"', true, List.of());
    Mapping mapping =
        new Mapping(
            "shop",
            Feed.SPEND,
            blanks,
            new IdForm(IdForm.Source.POSITION, List.of()),
            columns,
            Spread.NONE);
    RecordDecoder decoder = decoder(mapping, " id  date n  dollars");

    Event event = Decoding.decode(decoder, " 00001 19970101  1   11.775\r").event();

    assertThat(event.customerId()).isEqualTo("00001");
    assertThat(event.kind()).isEqualTo(EventKind.CHARGE);
    assertThat(event.amount()).isEqualTo(1178);
  }

  @Test
  void shouldReadJsonByPointers() {
    Map<Target, Column> columns =
        Map.of(
            Target.CUSTOMER_ID, Column.of("/who/id"),
            Target.AT, Column.of("/t"),
            Target.KIND, Column.constant("data"),
            Target.AMOUNT, Column.of("/used/0", Unit.MEGABYTE));
    Mapping mapping =
        new Mapping(
            "j",
            Feed.USAGE,
            Layout.JSON,
            new IdForm(IdForm.Source.COLUMN, List.of("/n")),
            columns,
            Spread.NONE);
    RecordDecoder decoder = binding(mapping).newDecoder();

    Event event =
        Decoding.decode(decoder, "{\"who\":{\"id\":17},\"t\":1795255200000,\"n\":1,\"used\":[1.5]}")
            .event();

    assertThat(event.customerId()).isEqualTo("17");
    assertThat(event.amount()).isEqualTo(1_500_000);
    assertThat(Decoding.decode(decoder, "{\"who\":{}}").rejected().message())
        .isEqualTo("customerId (/who/id) is missing");
    assertThat(Decoding.decode(decoder, "{\"who\":").rejected().reason())
        .isEqualTo(RejectReason.NOT_JSON);
    assertThat(Decoding.decode(decoder, "{} {}").rejected().reason())
        .isEqualTo(RejectReason.NOT_JSON);
  }

  @Test
  void shouldRefuseAHeaderWithoutANamedColumn() {
    Mapping mapping = mapping("calls", HASH, CALLS, Spread.NONE);

    assertThatThrownBy(() -> decoder(mapping, "user,day,way"))
        .hasMessage("mapping calls names the column took but the header has user, day, way");
    assertThatThrownBy(() -> binding(mapping).newDecoder())
        .hasMessage("mapping calls must list its columns to be read without a header");
  }

  @Test
  void shouldRefuseAUnitThatDoesNotMeasureTheKind() {
    assertThatThrownBy(
            () ->
                mapping("x", HASH, with(Target.AMOUNT, Column.of("took", Unit.MAJOR)), Spread.NONE))
        .hasMessageStartingWith("amount.unit 1 does not measure voice-");
  }

  private static Map<Target, Column> with(Target target, Column column) {
    Map<Target, Column> columns = new HashMap<>(CALLS);
    columns.put(target, column);
    return columns;
  }

  private static Mapping mapping(
      String name, IdForm id, Map<Target, Column> columns, Spread spread) {
    return new Mapping(name, Feed.USAGE, Layout.CSV, id, columns, spread);
  }

  private static FeedBinding binding(Mapping mapping) {
    return new FeedBinding(7, "file", mapping.feed(), mapping, Decoding.SETTINGS);
  }

  private static RecordDecoder decoder(Mapping mapping, String header) {
    return binding(mapping).newDecoder(bytes(header));
  }

  private static Decoded decode(Mapping mapping, String line) {
    return Decoding.decode(decoder(mapping, HEADER), line);
  }

  private static Event event(Mapping mapping, String line) {
    Decoded decoded = decode(mapping, line);
    assertThat(decoded.rejected()).isNull();
    return decoded.event();
  }

  private static long fingerprint(RecordDecoder decoder, byte[] line, long number) {
    return decoder
        .decode(null, line, Long.MIN_VALUE, new RecordDecoder.Place("f", -1, number))
        .event()
        .fingerprint();
  }
}
