package dev.ebb.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.event.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A simulation that was run to its end, with its records read back. */
record Sample(Simulation simulation, List<FeedRecord> records) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Sample of(SimulationSettings settings) {
    Simulation simulation = new Simulation(settings);
    List<FeedRecord> records = new ArrayList<>();
    simulation.forEachRemaining(records::add);
    return new Sample(simulation, records);
  }

  Stream<FeedRecord> feed(Feed feed) {
    return records.stream().filter(record -> record.feed() == feed);
  }

  /** The records of a feed; only for simulations without broken ones. */
  List<Line> lines(Feed feed) {
    return feed(feed).map(Line::of).toList();
  }

  List<Line> lines(Feed feed, String customerId) {
    return lines(feed).stream().filter(line -> line.customerId().equals(customerId)).toList();
  }

  List<Population.Leaver> leavers(Cause cause) {
    return simulation.population().leavers().stream()
        .filter(leaver -> leaver.cause() == cause)
        .toList();
  }

  /** One record, read back; a profile has no id, kind or amount. */
  record Line(
      FeedRecord record,
      JsonNode json,
      String id,
      String customerId,
      String kind,
      long amount,
      long at) {

    static Line of(FeedRecord record) {
      try {
        JsonNode json = JSON.readTree(record.value());
        return new Line(
            record,
            json,
            json.path("id").asText(),
            json.get("customerId").asText(),
            json.path("kind").asText(),
            json.path("amount").asLong(),
            OffsetDateTime.parse(json.get("at").asText()).toInstant().toEpochMilli());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
