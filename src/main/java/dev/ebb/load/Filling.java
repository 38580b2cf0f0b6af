package dev.ebb.load;

import dev.ebb.codec.OutputRecords;
import dev.ebb.desk.store.CustomerHash;
import dev.ebb.event.Feed;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Fills the desk's store: some thousand cases by its own intake, from Kafka; copies of them and
 * what agents did before by SQL, which is faster.
 */
final class Filling {
  private static final int MOST_TOLD = 5_000;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LoadStage stage;
  private final CaseMaker maker;
  private final LoadWatch watch;

  Filling(LoadStage stage, CaseMaker maker, LoadWatch watch) {
    this.stage = stage;
    this.maker = maker;
    this.watch = watch;
  }

  /** Brings so many open cases in; returns how many a second the desk took over from Kafka. */
  double fill(int cases) throws InterruptedException, SQLException {
    int told = Math.min(cases, MOST_TOLD);
    String customers = stage.settings().feeds().get(Feed.CUSTOMERS).topics().get(0);
    String alerts = stage.settings().topics().alerts();
    send(
        told,
        number ->
            new ProducerRecord<>(
                customers, bytes(CaseMaker.customer(number)), bytes(maker.profile(number))));
    await("customers", customers, told);
    long begin = System.nanoTime();
    send(told, number -> OutputRecords.of(alerts, maker.opened(number)));
    await("cases", alerts, told);
    double perSecond = told / ((System.nanoTime() - begin) / 1e9);
    CustomerHash hash = CustomerHash.of(stage.database(), new byte[0]);
    new Copies(stage.access(), hash, watch).make(told, cases);
    PastWork.write(stage.access());
    return perSecond;
  }

  private void send(int count, IntFunction<ProducerRecord<byte[], byte[]>> record) {
    try (KafkaProducer<byte[], byte[]> producer = producer(stage)) {
      for (int i = 0; i < count; i++) {
        producer.send(record.apply(i));
      }
    }
  }

  /** A producer to the stage's Kafka. */
  static KafkaProducer<byte[], byte[]> producer(LoadStage stage) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stage.settings().kafka().bootstrapServers()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** Waits until the desk has read the topic; gives up when nothing more comes for minutes. */
  private void await(String what, String topic, int wanted) throws InterruptedException {
    long there = -1;
    long movedAt = System.nanoTime();
    while (there < wanted) {
      long now = taken(topic);
      if (now > there) {
        movedAt = System.nanoTime();
      } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "the desk took over %,d of %,d %s and no more".formatted(now, wanted, what));
      }
      there = now;
      watch.at(what, there, wanted);
      TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
    }
  }

  private long taken(String topic) {
    return stage
        .database()
        .transact(
            handle ->
                handle
                    .createQuery(
                        """
                        select coalesce(sum(next_offset), 0) from feed_offsets where topic = :topic
                        """)
                    .bind("topic", topic)
                    .mapTo(long.class)
                    .one());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
