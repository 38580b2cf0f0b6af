package dev.ebb.job;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts what could be read from what could not, and tells how long the feed has been silent. */
final class Sift extends ProcessFunction<Decoded, Event> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected", StreamTypes.REJECTED);

  private final String feed;
  private final List<String> bindings;
  private transient Tally tally;
  private transient FeedSilence silence;

  Sift(String feed, List<String> bindings) {
    this.feed = feed;
    this.bindings = List.copyOf(bindings);
  }

  @Override
  public void open(OpenContext context) {
    tally = new Tally(getRuntimeContext());
    silence = new FeedSilence(System::currentTimeMillis);
    tally.group().addGroup("feed", feed).gauge(Counted.SILENT_SECONDS, silence);
  }

  @Override
  public void processElement(Decoded decoded, Context context, Collector<Event> out) {
    silence.end();
    Rejected rejected = decoded.rejected();
    if (rejected == null) {
      out.collect(decoded.event());
      return;
    }
    tally
        .count(
            Counted.REJECTED,
            "reason",
            rejected.reason().label(),
            "binding",
            bindings.get(rejected.origin()))
        .add();
    context.output(REJECTED, rejected);
  }
}
