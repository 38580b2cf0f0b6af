package dev.ebb.codec;

import dev.ebb.event.Feed;
import java.io.Serializable;
import java.util.List;

/**
 * A set of topics or a file, together with the way its records are read.
 *
 * @param origin index among the job's bindings, from 0
 * @param name as shown to people and in metrics, for example {@code usage:calls.csv}
 * @param mapping for records in another shape; null for canonical JSON
 */
public record FeedBinding(
    int origin, String name, Feed feed, Mapping mapping, DecoderSettings settings)
    implements Serializable {

  public FeedBinding {
    if (mapping != null && mapping.feed() != feed) {
      throw new IllegalArgumentException(
          "mapping "
              + mapping.name()
              + " must be for the feed "
              + feed.label()
              + " but was for "
              + mapping.feed().label());
    }
  }

  /** Whether a file read by this binding starts with a line that is no record. */
  public boolean hasHeader() {
    return mapping != null && mapping.layout().header();
  }

  /** A new decoder for records without a header, as in Kafka. */
  public RecordDecoder newDecoder() {
    if (mapping == null || mapping.layout().format() == Mapping.Format.JSON) {
      return decoder(List.of());
    }
    if (mapping.layout().columns().isEmpty()) {
      throw new IllegalArgumentException(
          "mapping " + mapping.name() + " must list its columns to be read without a header");
    }
    return decoder(mapping.layout().columns());
  }

  /**
   * A new decoder for a file that starts with this line.
   *
   * @throws IllegalArgumentException if the header lacks a column that the mapping names
   */
  public RecordDecoder newDecoder(byte[] headerLine) {
    try {
      return decoder(CsvRow.header(mapping.layout(), headerLine));
    } catch (Refusal malformed) {
      throw new IllegalArgumentException(name + ": " + malformed.getMessage(), malformed);
    }
  }

  private RecordDecoder decoder(List<String> header) {
    RecordReader reader =
        mapping != null
            ? new MappedReader(mapping, settings, header)
            : switch (feed) {
              case USAGE -> new UsageReader();
              case SPEND -> new SpendReader(settings.currency());
              case CUSTOMERS -> new CustomersReader();
              case CARE -> new CareReader();
              case OUTCOMES -> new OutcomesReader();
            };
    return new GuardedDecoder(origin, feed, settings, reader);
  }
}
