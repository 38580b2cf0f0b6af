package dev.ebb.bench;

import dev.ebb.codec.Decoded;
import dev.ebb.config.Settings;
import dev.ebb.config.TimeSettings;
import dev.ebb.connect.KafkaConnection;
import dev.ebb.connect.KafkaFeeds;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.job.FeedWatermarks;
import dev.ebb.job.JobPlan;
import dev.ebb.job.StreamTypes;
import dev.ebb.launch.Bindings;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One use of one customer: as much of a record as the contenders send over the network. A POJO, as
 * Flink's documentation advises.
 */
public final class Use {
  /** The operator that all contenders have, after the source. */
  static final String DECODED = "Decoded use";

  static final TypeInformation<Use> TYPE =
      Types.POJO(
          Use.class,
          Map.of(
              "customer", Types.STRING,
              "at", Types.LONG,
              "outgoingSeconds", Types.LONG,
              "amount", Types.LONG,
              "own", Types.BOOLEAN));

  public String customer;
  public long at;
  public long outgoingSeconds;
  public long amount;
  public boolean own;

  /** For Flink. */
  public Use() {}

  static Use of(Event event) {
    Use use = new Use();
    use.customer = event.customerId();
    use.at = event.at();
    use.amount = event.amount();
    use.outgoingSeconds = event.kind() == EventKind.VOICE_OUT ? event.amount() : 0;
    use.own = event.kind() != EventKind.VOICE_IN && event.kind() != EventKind.SMS_IN;
    return use;
  }

  /** Reads the usage feed as the job does: the same source, decoder and watermarks. */
  static DataStream<Use> read(StreamExecutionEnvironment env, Settings settings) {
    KafkaConnection connection =
        new KafkaConnection(
            settings.kafka().bootstrapServers(),
            settings.kafka().groupId(),
            settings.kafka().properties());
    TimeSettings time = settings.time();
    return env.fromSource(
            new KafkaFeeds(connection, StreamTypes.DECODED)
                .live(Bindings.of(settings, Feed.USAGE), settings.feeds().get(Feed.USAGE).topics()),
            FeedWatermarks.driving(time.maxDisorder(), time.idleAfter(), JobPlan.WATERMARK_STEP),
            "Usage")
        .map((Decoded decoded) -> of(decoded.event()))
        .returns(TYPE)
        .name(DECODED);
  }
}
