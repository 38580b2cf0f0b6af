package dev.ebb.codec;

import static dev.ebb.codec.Decoding.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ebb.event.RejectReason;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Family;
import dev.ebb.signal.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutputRecordsTest {
  private static final long OPENED = Instant.parse("2026-11-20T18:00:00Z").toEpochMilli();
  private static final long AT = Instant.parse("2026-11-21T18:00:00.500Z").toEpochMilli();

  @Test
  void shouldWriteTheCaseAsContracted() throws IOException {
    JsonNode json = CaseJson.MAPPER.readTree(CaseJson.write(full(null)));

    assertThat(json.get("state").asText()).isEqualTo("raised");
    assertThat(json.get("openedAt").asText()).isEqualTo("2026-11-20T18:00:00Z");
    assertThat(json.get("at").asText()).isEqualTo("2026-11-21T18:00:00.500Z");
    assertThat(json.at("/value/tier").asText()).isEqualTo("diamond");
    assertThat(json.get("stage").asText()).isEqualTo("D");
    assertThat(json.get("treatment").asText()).isEqualTo("treat");
    assertThat(json.has("withheld")).isFalse();
    assertThat(json.at("/signals/0/family").asText()).isEqualTo("usage");
    assertThat(json.at("/signals/0/evidence").toString())
        .isEqualTo("{\"fallPercent\":62,\"windowMinutes\":80.5}");
    assertThat(json.at("/signals/0/why/zh").asText()).isEqualTo("近7天主叫降62%");
    assertThat(json.at("/recommended/mayOffer").toString())
        .isEqualTo(
            "[{\"en\":\"trial\",\"zh\":\"体验\",\"upTo\":2000},{\"en\":\"pack\",\"zh\":\"流量包\"}]");
    assertThat(json.at("/recommended/mustNot/0/zh").asText()).isEqualTo("提及用量");
    assertThat(json.at("/series/mou").size()).isEqualTo(56);
    assertThat(json.at("/series/mou/0").isNull()).isTrue();
    assertThat(json.at("/series/mou/1").toString()).isEqualTo("0.02");
    assertThat(json.at("/series/mou/30").toString()).isEqualTo("0.5");
    assertThat(json.at("/series/spend/0").isNull()).isTrue();
    assertThat(json.at("/series/from").asText()).isEqualTo("2026-09-27");
  }

  @Test
  void shouldReadBackWhatItWrote() throws IOException {
    for (CaseMessage message : List.of(full(null), full(Withheld.IMMATURE), erased())) {
      assertThat(CaseJson.read(CaseJson.write(message)))
          .usingRecursiveComparison()
          .isEqualTo(message);
    }
  }

  @Test
  void shouldIgnoreUnknownFieldsAndNameUnknownWords() throws IOException {
    String json = new String(CaseJson.write(erased()), StandardCharsets.UTF_8);

    assertThat(CaseJson.read(bytes(json.replaceFirst("\\{", "{\"new\":[1],"))).alertId())
        .isEqualTo("a1");
    assertThatThrownBy(() -> CaseJson.read(bytes(json.replace("cleared", "dancing"))))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "state must be one of open, raised, cleared, expired, withheld, claimed, contacted, "
                + "waiting, saved, lost but was dancing");
    assertThatThrownBy(() -> CaseJson.read(bytes(json.replace("\"alertId\"", "\"id\""))))
        .hasMessage("alertId is missing");
    assertThatThrownBy(() -> CaseJson.read(bytes("{"))).isInstanceOf(IOException.class);
  }

  @Test
  void shouldSendTheCaseAsABinaryCloudEvent() {
    ProducerRecord<byte[], byte[]> record = OutputRecords.of("ebb.alerts", full(null));

    assertThat(record.topic()).isEqualTo("ebb.alerts");
    assertThat(record.key()).isEqualTo(bytes("13800138000"));
    assertThat(record.value()).isEqualTo(CaseJson.write(full(null)));
    assertThat(record.timestamp()).isNull();
    assertThat(headers(record))
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", "a1:2")
        .containsEntry("ce_type", "dev.ebb.case.raised")
        .containsEntry("ce_source", "/ebb/early-warning")
        .containsEntry("ce_subject", "a1")
        .containsEntry("ce_time", "2026-11-21T18:00:00.5Z")
        .containsEntry("content-type", "application/json");
  }

  @Test
  void shouldPassRejectedBytesOnUntouchedWithTheirOriginInHeaders() {
    byte[] key = {(byte) 0xFF};
    byte[] value = {0, 1, (byte) 0x80};

    ProducerRecord<byte[], byte[]> record =
        OutputRecords.of(
            "ebb.rejected",
            new Rejected(RejectReason.NOT_JSON, "no JSON", 0, "ebb.usage", 3, 42, key, value));

    assertThat(record.key()).isSameAs(key);
    assertThat(record.value()).isSameAs(value);
    assertThat(headers(record))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "topic", "ebb.usage",
                "partition", "3",
                "offset", "42",
                "reason", "not-json",
                "message", "no JSON"));
  }

  @Test
  void shouldNotPassTheBytesOfTheErasedOn() {
    ProducerRecord<byte[], byte[]> record =
        OutputRecords.of(
            "ebb.rejected",
            new Rejected(
                RejectReason.ERASED, "erased", 0, "ebb.usage", 3, 42, bytes("c"), bytes("v")));

    assertThat(record.key()).isNull();
    assertThat(record.value()).isNull();
  }

  private static Map<String, String> headers(ProducerRecord<?, ?> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  private static CaseMessage full(Withheld withheld) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    evidence.put("fallPercent", 62.0);
    evidence.put("windowMinutes", 80.5);
    long[] days = LongStream.range(-1, CaseMessage.Series.DAYS - 1).toArray();
    long[] seconds = days.clone();
    seconds[1] = 1;
    seconds[30] = 30;
    return new CaseMessage(
        "a1",
        2,
        "13800138000",
        CaseState.RAISED,
        "new-signal",
        OPENED,
        AT,
        0.375,
        new Value(18600, Tier.DIAMOND),
        3487.5,
        Stage.DECLINE,
        AT + 1,
        List.of(
            new CaseMessage.Signal(
                "falling-mou",
                3,
                "fall",
                Family.USAGE,
                OPENED,
                0.6,
                0.15,
                evidence,
                new Text("down 62 %", "近7天主叫降62%"))),
        new CaseMessage.Recommended(
            3,
            "P1",
            "call",
            AT + 2,
            AT + 3,
            new Text("Is all working?", "一切正常吗?"),
            List.of(
                new CaseMessage.Offer(new Text("trial", "体验"), 2000L),
                new CaseMessage.Offer(new Text("pack", "流量包"), null)),
            List.of(new Text("cite usage", "提及用量"))),
        withheld,
        withheld == null,
        new CaseMessage.Series(seconds, days, (int) LocalDate.of(2026, 9, 27).toEpochDay()),
        CaseMessage.Aside.NONE);
  }

  private static CaseMessage erased() {
    return new CaseMessage(
        "a1",
        3,
        "c",
        CaseState.CLEARED,
        "erased",
        OPENED,
        AT,
        0,
        null,
        0,
        Stage.EXIT,
        AT,
        List.of(),
        null,
        null,
        true,
        null,
        CaseMessage.Aside.NONE);
  }
}
