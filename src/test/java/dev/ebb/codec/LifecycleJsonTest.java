package dev.ebb.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.Profile.Contact;
import dev.ebb.retention.Exit;
import dev.ebb.retention.ExitCause;
import dev.ebb.retention.StageChange;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class LifecycleJsonTest {
  private static final long AT = Instant.parse("2026-11-21T09:00:00Z").toEpochMilli();

  @Test
  void shouldWriteAStage() {
    assertThat(
            text(LifecycleJson.of(new StageChange("c1", Stage.CLIMAX, Stage.DECLINE, AT, "risk"))))
        .isEqualTo(
            """
            {"customerId":"c1","from":"C","to":"D","at":"2026-11-21T09:00:00Z","reason":"risk"}""");
    assertThat(text(LifecycleJson.of(new StageChange("c1", null, Stage.CLIMAX, AT, "first-seen"))))
        .doesNotContain("from");
  }

  @Test
  void shouldReadAStageAgain() throws IOException {
    StageChange first = new StageChange("c1", null, Stage.CLIMAX, AT, "first-seen");
    StageChange next = new StageChange("c1", Stage.CLIMAX, Stage.DECLINE, AT, "risk");

    assertThat(LifecycleJson.stageChange(LifecycleJson.of(first).value())).isEqualTo(first);
    assertThat(LifecycleJson.stageChange(LifecycleJson.of(next).value())).isEqualTo(next);
  }

  @Test
  void shouldNameTheFieldOfAStageThatCannotBeRead() {
    String json =
        """
        {"customerId":"c1","to":"F","at":"2026-11-21T09:00:00Z","reason":"risk"}""";

    assertThatThrownBy(() -> LifecycleJson.stageChange(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class)
        .hasMessage("to must be a stage from A to E but was F");
  }

  @Test
  void shouldWriteAnExit() {
    Exit exit =
        new Exit(
            "c1",
            AT,
            "cancelled",
            ExitCause.NETWORK_QUALITY,
            Exit.KnownBy.STATED,
            new Value(12_800, Tier.VALUED),
            new Exit.Windows(LocalDate.of(2026, 11, 20), 60, 600, 5, 50, 7, 70),
            new Contact(false, List.of("sms"), null, LocalTime.of(21, 30), null, "m7"),
            List.of(new Exit.WinBack(LocalDate.of(2026, 12, 5), "P14-service")));

    assertThat(text(LifecycleJson.of(exit)))
        .isEqualTo(
            """
            {"customerId":"c1","at":"2026-11-21T09:00:00Z","how":"cancelled",\
            "cause":"network-quality","knownBy":"stated","value":{"arpu":12800,"tier":"valued"},\
            "windows":{"lastActiveOn":"2026-11-20","mou7Seconds":60,"mou28Seconds":600,\
            "data7Bytes":5,"data28Bytes":50,"spend7":7,"spend28":70},\
            "contact":{"channels":["sms"],"quietFrom":"21:30","managerId":"m7"},\
            "winBack":[{"on":"2026-12-05","playbook":"P14-service"}]}""");
  }

  @Test
  void shouldRemoveByANullValueUnderTheCustomersKey() {
    ProducerRecord<byte[], byte[]> record = OutputRecords.of("ebb.exits", Compacted.removal("c1"));

    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("c1");
    assertThat(record.value()).isNull();
  }

  private static String text(Compacted record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }
}
