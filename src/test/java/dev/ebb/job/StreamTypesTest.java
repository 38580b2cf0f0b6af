package dev.ebb.job;

import static dev.ebb.job.Samples.ANNA;
import static dev.ebb.job.Samples.MONDAY;
import static dev.ebb.job.Samples.at;
import static dev.ebb.job.Samples.closeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Decoded;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.codec.Rejected;
import dev.ebb.config.PublishedRule;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Outcome;
import dev.ebb.event.RejectReason;
import dev.ebb.kpi.Counts;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.LedgerHarness;
import dev.ebb.ledger.Measure;
import dev.ebb.ledger.Ring;
import dev.ebb.ledger.TopArpu;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Aside;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Leaver;
import dev.ebb.retention.Slice;
import dev.ebb.risk.ArpuHistogram;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamTypesTest {

  @Test
  void shouldHaveAFlatSerializerForEachType() throws IllegalAccessException {
    int types = 0;
    for (Field field : StreamTypes.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        TypeInformation<?> type = (TypeInformation<?>) field.get(null);
        TypeSerializer<?> serializer = serializer(type);
        assertThat(serializer).isInstanceOf(FlatSerializer.class);
        FlatSerializer.Format<?> format = ((FlatSerializer<?>) serializer).format();
        assertThat(StreamTypes.format(format.name())).hasSameClassAs(format);
        types++;
      }
    }
    assertThat(types).isEqualTo(14);
  }

  static Stream<Arguments> values() {
    Event event = Samples.call(ANNA, MONDAY);
    Rejected rejected = new Rejected(RejectReason.TOO_LATE, "why", 1, "t", -1, 9, null, null);
    return Stream.of(
        Arguments.of(StreamTypes.EVENT, event),
        Arguments.of(StreamTypes.EVENT, Samples.profile(ANNA, MONDAY, 3)),
        Arguments.of(StreamTypes.EVENT, care()),
        Arguments.of(StreamTypes.EVENT, outcome()),
        Arguments.of(StreamTypes.EVENT, Event.erase(ANNA, 5)),
        Arguments.of(StreamTypes.DECODED, Decoded.of(event)),
        Arguments.of(StreamTypes.DECODED, Decoded.of(rejected)),
        Arguments.of(StreamTypes.REJECTED, rejected),
        Arguments.of(
            StreamTypes.REJECTED,
            new Rejected(
                RejectReason.INVALID_UTF8, "why", 0, "t", 3, 9, new byte[0], new byte[] {-1})),
        Arguments.of(StreamTypes.DISPATCH, new Dispatch(message(), 11)),
        Arguments.of(
            StreamTypes.DISPATCH,
            new Dispatch(message().with(new Aside("H-1", "sms", true, 1L << 40, 1L << 41)), 11)),
        Arguments.of(StreamTypes.LEDGER_FACT, closed()),
        Arguments.of(StreamTypes.LEDGER_FACT, LedgerFact.passed(care(), 11)),
        Arguments.of(StreamTypes.LEDGER_FACT, LedgerFact.returned(ANNA, 3, 9, 11)),
        Arguments.of(StreamTypes.LEDGER_FACT, LedgerFact.forgotten(ANNA, 3, 11)),
        Arguments.of(
            StreamTypes.REGION_USE,
            new RegionUse(RegionUse.NETWORK, MONDAY, new long[] {1, -2, 3, 4, 5, 6, 7}, -1)),
        Arguments.of(
            StreamTypes.DISPATCH,
            new Dispatch(message(), 11, List.of(new Slice(20_000, Tier.GOLD, null)))),
        Arguments.of(
            StreamTypes.KPI_FACT,
            new KpiFact(new Slice(Slice.EVERYBODY, null, "a|b"), MONDAY, "stage/C", -1)),
        Arguments.of(
            StreamTypes.LEAVER,
            new Leaver(ANNA, 7, 9, List.of(new Slice(Slice.EVERYBODY, null, "a|b")))),
        Arguments.of(StreamTypes.LEAVER, Leaver.forgotten(ANNA, 7)),
        Arguments.of(
            StreamTypes.KPI_PART,
            new KpiPart(
                new Slice(20_000, null, null), MONDAY, new Counts().add("a", 3).add("b", -9))),
        Arguments.of(StreamTypes.REGION_ARPU, regionArpu()),
        Arguments.of(StreamTypes.CONTROL, control()),
        Arguments.of(StreamTypes.CONTROL, Control.of(new TopArpu(null, 24_314, 300, 12_345))),
        Arguments.of(
            StreamTypes.CONTROL, Control.of(new PublishedRule("a", "id: a # 一", 1L << 40))),
        Arguments.of(StreamTypes.CONTROL, Control.of(new PublishedRule("a", null, 7))),
        Arguments.of(
            StreamTypes.RAW_RECORD,
            new RawRecord(new Place("t", 1, 1L << 40), null, new byte[] {1, -1})),
        Arguments.of(StreamTypes.COMPACTED, new Compacted(ANNA, new byte[] {1, -1})),
        Arguments.of(StreamTypes.COMPACTED, Compacted.removal(ANNA)),
        Arguments.of(StreamTypes.SCORE, new Score(ANNA, MONDAY, .25, Tier.STANDARD, List.of())),
        Arguments.of(StreamTypes.SCORE, new Score(ANNA, MONDAY, 1, Tier.GOLD, List.of("a", "b"))));
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void shouldReadWhatItWrote(TypeInformation<T> type, T value) throws IOException {
    TypeSerializer<T> serializer = serializer(type);
    byte[] bytes = write(serializer, value);

    DataInputDeserializer in = new DataInputDeserializer(bytes);
    T read = serializer.deserialize(in);
    assertThat(in.available()).isZero();
    assertEqual(read, value);
    assertThat(write(serializer, read)).isEqualTo(bytes);

    DataOutputSerializer copy = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(bytes), copy);
    assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @MethodSource("values")
  <T> void shouldReadAnEarlierStateAsItIs(TypeInformation<T> type, T value) throws IOException {
    TypeSerializer<T> serializer = serializer(type);
    TypeSerializerSnapshot<T> restored = reread(serializer.snapshotConfiguration());

    assertThat(
            serializer
                .snapshotConfiguration()
                .resolveSchemaCompatibility(restored)
                .isCompatibleAsIs())
        .isTrue();
    T read =
        restored
            .restoreSerializer()
            .deserialize(new DataInputDeserializer(write(serializer, value)));
    assertEqual(read, value);
  }

  @Test
  void shouldRefuseTheStateOfANewerVersion() {
    FlatSnapshot<Score> newer = new FlatSnapshot<>(new Formats.OfScore(), 2);
    assertThatThrownBy(() -> reread(newer))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "state of format score must be of version 1 or older but was 2: it comes from a newer"
                + " Ebb");
  }

  @Test
  void shouldRefuseAnotherFormat() {
    FlatSnapshot<Score> scores = new FlatSnapshot<>(new Formats.OfScore(), 1);
    FlatSnapshot<Control> controls = new FlatSnapshot<>(new ControlFormats.OfControl(), 1);
    @SuppressWarnings({"unchecked", "rawtypes"}) // what a mixed-up checkpoint would bring
    boolean incompatible =
        scores.resolveSchemaCompatibility((TypeSerializerSnapshot) controls).isIncompatible();
    assertThat(incompatible).isTrue();
    assertThatThrownBy(() -> StreamTypes.format("unheard-of"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("state has an unknown format unheard-of");
  }

  static Stream<Arguments> fixtures() {
    return Stream.of(
        Arguments.of("ledger-fact-v1", StreamTypes.LEDGER_FACT, closed()),
        Arguments.of("control-v1", StreamTypes.CONTROL, control()));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  <T> void shouldReadAndStillWriteTheStateOfVersionOne(
      String fixture, TypeInformation<T> type, T value) throws IOException {
    byte[] bytes = fixture(fixture);
    assertEqual(serializer(type).deserialize(new DataInputDeserializer(bytes)), value);
    assertThat(write(serializer(type), value)).isEqualTo(bytes);
  }

  /** A ring is equal to another that is packed alike, wherever it begins in memory. */
  private static void assertEqual(Object read, Object written) {
    assertThat(read)
        .usingRecursiveComparison()
        .withEqualsForType((one, other) -> Arrays.equals(one.pack(), other.pack()), Ring.class)
        .isEqualTo(written);
  }

  private static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
    return type.createSerializer(new SerializerConfigImpl());
  }

  private static <T> byte[] write(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(serializer.copy(value), out);
    return out.getCopyOfBuffer();
  }

  private static <T> TypeSerializerSnapshot<T> reread(TypeSerializerSnapshot<T> snapshot)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
    return TypeSerializerSnapshot.readVersionedSnapshot(
        new DataInputDeserializer(out.getCopyOfBuffer()), StreamTypesTest.class.getClassLoader());
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = StreamTypesTest.class.getResourceAsStream("/state/" + name + ".hex")) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }

  private static LedgerFact closed() {
    LedgerHarness ledger = new LedgerHarness(Samples.plan().ledger());
    DayClosed closed =
        ledger
            .accept(Samples.call(ANNA, MONDAY))
            .accept(Samples.call(ANNA, at(MONDAY + 1, "07:00"), 77))
            .watermark(closeOf(MONDAY + 1))
            .out
            .lastClosed();
    return LedgerFact.closed(closed, 1_790_000_000_000L);
  }

  private static Control control() {
    double[] index = new double[Measure.COUNT];
    Arrays.setAll(index, measure -> 1 + measure / 8.0);
    return new Control(Control.Kind.INDEX, "north", MONDAY, 1_234, index);
  }

  private static RegionArpu regionArpu() {
    ArpuHistogram arpu = new ArpuHistogram();
    arpu.add(0);
    arpu.add(12_345);
    arpu.add(12_345);
    return new RegionArpu("north", 24_314, arpu);
  }

  private static Event outcome() {
    Outcome outcome = new Outcome("a1", Outcome.Kind.SNOOZED, null, 90L, "m7");
    return Event.of(ANNA, 5, 9, outcome);
  }

  private static Event care() {
    return Event.of(
        ANNA, 5, 7, new Care(Care.Kind.COMPLAINT, Care.Source.CUSTOMER, Map.of("ticket", "17")));
  }

  private static CaseMessage message() {
    return new CaseMessage(
        "a",
        3,
        ANNA,
        CaseState.RAISED,
        "overdue",
        5,
        6,
        .4,
        null,
        100,
        Stage.DECLINE,
        7,
        List.of(),
        null,
        null,
        true,
        null,
        CaseMessage.Aside.NONE);
  }
}
