package dev.ebb.bench;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.RecordDecoder;
import dev.ebb.ledger.Days;
import java.time.Duration;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Kafka Streams' processor with a persistent store that is cached and has a changelog; all
 * customers are judged once a day of stream time.
 */
final class StreamsTopology {
  private static final String STORE = "sums";
  private static final Duration DAY = Duration.ofDays(1);

  private StreamsTopology() {}

  static Topology of(String topic, FeedBinding binding) {
    Topology topology = new Topology();
    topology.addSource("usage", new StringDeserializer(), new Decoding(binding), topic);
    topology.addProcessor("falls", Falls::new, "usage");
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray())
            .withCachingEnabled(),
        "falls");
    topology.addSink(
        "fallen",
        Fallen.topic(Contender.KAFKA_STREAMS),
        new StringSerializer(),
        new StringSerializer(),
        "falls");
    return topology;
  }

  /** The job's own decoder, one for each thread: they share the topology. */
  private static final class Decoding implements Deserializer<Use> {
    private final ThreadLocal<RecordDecoder> decoder;
    private final ByteArrayDeserializer bytes = new ByteArrayDeserializer();

    Decoding(FeedBinding binding) {
      this.decoder = ThreadLocal.withInitial(binding::newDecoder);
    }

    @Override
    public Use deserialize(String topic, byte[] data) {
      Decoded decoded =
          decoder
              .get()
              .decode(
                  null,
                  bytes.deserialize(topic, data),
                  Long.MIN_VALUE,
                  new RecordDecoder.Place(topic, 0, 0));
      return Use.of(decoded.event());
    }
  }

  private static final class Falls implements Processor<String, Use, String, String> {
    private final Days days = new Days(Traffic.ZONE);
    private ProcessorContext<String, String> context;
    private KeyValueStore<String, byte[]> store;
    private int today = Integer.MIN_VALUE;

    @Override
    public void init(ProcessorContext<String, String> newContext) {
      context = newContext;
      store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Use> record) {
      Use use = record.value();
      int day = days.dayOf(use.at);
      if (day > today) {
        if (today != Integer.MIN_VALUE) {
          judge();
        }
        today = day;
      }
      byte[] known = store.get(use.customer);
      DaySums sums = known == null ? new DaySums() : DaySums.unpack(known);
      sums.add(day, use.outgoingSeconds, use.own);
      store.put(use.customer, sums.pack());
    }

    private void judge() {
      try (KeyValueIterator<String, byte[]> all = store.all()) {
        while (all.hasNext()) {
          KeyValue<String, byte[]> entry = all.next();
          DaySums sums = DaySums.unpack(entry.value);
          if (sums.hasFallen(today) || sums.isSilent(today)) {
            context.forward(new Record<>(entry.key, entry.key, System.currentTimeMillis()));
          }
        }
      }
    }
  }
}
