package dev.ebb.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.DecoderSettings;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.RecordDecoder;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final int CUSTOMERS = 20;
  private static final int DAYS = 50;
  private static final long EVENTS = CUSTOMERS * DAYS * Traffic.EVENTS_A_DAY;
  private static final long DAY_MILLIS = 86_400_000;

  private final Traffic traffic = new Traffic(EVENTS, CUSTOMERS);
  private final List<Event> events = decoded();

  @Test
  void shouldBeReadableToTheLastRecord() {
    assertThat(events).hasSize((int) EVENTS).doesNotContainNull();
  }

  @Test
  void shouldTakeAbout174BytesARecord() {
    double bytes =
        LongStream.range(0, EVENTS).mapToInt(n -> traffic.json(n).length).average().orElse(0);
    assertThat(bytes).isBetween(165.0, 183.0);
  }

  @Test
  void shouldBeInOrderOfTime() {
    assertThat(events).extracting(Event::at).isSorted();
    long span = events.get(events.size() - 1).at() - events.get(0).at();
    assertThat(span / DAY_MILLIS).isEqualTo(DAYS - 1);
  }

  @Test
  void shouldGiveEachCustomerTwentyEventsADay() {
    Map<String, Long> each =
        events.stream().collect(Collectors.groupingBy(Event::customerId, Collectors.counting()));
    assertThat(each).hasSize(CUSTOMERS);
    assertThat(each.values())
        .allSatisfy(count -> assertThat((double) count / DAYS).isBetween(19.5, 20.5));
  }

  @Test
  void shouldSendOneInAThousandTwice() {
    long distinct = events.stream().mapToLong(Event::fingerprint).distinct().count();
    assertThat(distinct).isEqualTo(EVENTS - EVENTS / 1_000);
  }

  @Test
  void shouldLetSomeFall() {
    List<Event> late = events.subList(events.size() / 5 * 3 + 1, events.size());
    Map<Boolean, List<Event>> calls =
        late.stream()
            .filter(event -> event.kind() == EventKind.VOICE_OUT)
            .collect(Collectors.partitioningBy(event -> Traffic.falls(event.customerId())));
    assertThat(calls.get(true)).isEmpty();
    assertThat(calls.get(false)).isNotEmpty();
    assertThat(late)
        .filteredOn(event -> Traffic.fallsSilent(event.customerId()))
        .isNotEmpty()
        .allMatch(event -> event.kind() == EventKind.VOICE_IN);
  }

  private List<Event> decoded() {
    RecordDecoder decoder =
        new FeedBinding(
                0,
                "usage",
                Feed.USAGE,
                null,
                new DecoderSettings(Traffic.ZONE, "CNY", Duration.ofMinutes(5)))
            .newDecoder();
    RecordDecoder.Place place = new RecordDecoder.Place("test", 0, 0);
    return LongStream.range(0, EVENTS)
        .mapToObj(n -> decoder.decode(null, traffic.json(n), Long.MIN_VALUE, place).event())
        .toList();
  }
}
