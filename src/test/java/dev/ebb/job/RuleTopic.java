package dev.ebb.job;

import dev.ebb.cluster.KafkaBroker;
import dev.ebb.codec.RawRecord;
import dev.ebb.connect.FeedsToOffsets;
import dev.ebb.connect.KafkaConnection;
import dev.ebb.connect.KafkaRules;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A topic of published rules on which there will be so many records at the end. */
record RuleTopic(KafkaBroker kafka, String name, int records) {

  static RuleTopic create(KafkaBroker kafka, int records) {
    return new RuleTopic(kafka, kafka.create("rules", 1), records);
  }

  /** The source for a bounded job; the second partition, if it comes, stays empty. */
  RuleFeed feed(StreamExecutionEnvironment env) {
    KafkaRules log =
        new KafkaRules(new KafkaConnection(kafka.bootstrapServers(), name, Map.of()), name);
    Map<TopicPartition, Long> ends =
        Map.of(new TopicPartition(name, 0), (long) records, new TopicPartition(name, 1), 0L);
    DataStream<RawRecord> stream =
        env.fromSource(
                FeedsToOffsets.rules(log, ends, StreamTypes.RAW_RECORD),
                FeedWatermarks.timeless(),
                "Published rules")
            .uid(OperatorIds.source("rules"));
    return new RuleFeed(stream, Currency.getInstance("CNY"), log);
  }

  /** Publishes a rule; null takes it back. */
  void publish(String id, String text) {
    kafka.clients().produce(List.of(new ProducerRecord<>(name, 0, id, text)));
  }
}
