package dev.ebb.demo;

import dev.ebb.codec.OutcomeJson;
import dev.ebb.event.Outcome;
import dev.ebb.event.Outcome.Kind;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The demo's retention agents. They work most cases as soon as they open; what comes of one is
 * chance that its id decides, so a demo with the same seed goes the same way.
 */
final class Agents implements Consumer<CaseMessage> {
  private static final long STEP_MILLIS = Duration.ofMinutes(5).toMillis();
  private static final String NAME = "demo-agent";

  private static final int PERCENT = 100;

  /** Of a hundred cases, up to which one each thing happens; 83 are tried, as in the field. */
  private static final int WRONG = 5;

  private static final int ACCEPTED = 38;
  private static final int DECLINED = 60;
  private static final int ATTEMPTED = 83;

  private final String topic;
  private final Consumer<ProducerRecord<byte[], byte[]>> records;

  /** Agents that write to this topic. */
  Agents(String topic, Consumer<ProducerRecord<byte[], byte[]>> records) {
    this.topic = topic;
    this.records = records;
  }

  /** Works the case, if this is the message that opens it. */
  @Override
  public void accept(CaseMessage message) {
    if (message.state() != CaseState.OPEN || message.reason() != null) {
      return;
    }
    long at = message.at();
    for (Kind kind : steps(message.alertId())) {
      at += STEP_MILLIS;
      records.accept(record(message, kind, at));
    }
  }

  private ProducerRecord<byte[], byte[]> record(CaseMessage message, Kind kind, long at) {
    Outcome.Reason reason = kind == Kind.WRONG ? Outcome.Reason.TRAVEL : null;
    Outcome outcome = new Outcome(message.alertId(), kind, reason, null, NAME);
    String id = message.alertId() + ':' + kind.label();
    return new ProducerRecord<>(
        topic,
        message.customerId().getBytes(StandardCharsets.UTF_8),
        OutcomeJson.write(id, message.customerId(), at, outcome));
  }

  static List<Kind> steps(String alertId) {
    CRC32 hash = new CRC32();
    hash.update(alertId.getBytes(StandardCharsets.UTF_8));
    long chance = hash.getValue() % PERCENT;
    if (chance < WRONG) {
      return List.of(Kind.CLAIMED, Kind.WRONG);
    }
    if (chance < ACCEPTED) {
      return List.of(Kind.CLAIMED, Kind.REACHED, Kind.ACCEPTED);
    }
    if (chance < DECLINED) {
      return List.of(Kind.CLAIMED, Kind.REACHED, Kind.DECLINED);
    }
    return chance < ATTEMPTED ? List.of(Kind.CLAIMED, Kind.ATTEMPTED) : List.of();
  }
}
