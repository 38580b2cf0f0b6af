package dev.ebb.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.ebb.event.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** Columns of one line of separated values. */
final class CsvRow implements RowReader {
  private static final CsvFactory CSV =
      CsvFactory.builder().enable(CsvParser.Feature.TRIM_SPACES).build();
  private static final String BLANKS = " \t\r\n";
  private static final String BOM = "\uFEFF";

  private final Mapping.Layout layout;
  private final int width;
  private final int[] places;
  private final CsvSchema schema;

  /** The wanted columns among all. */
  CsvRow(Mapping.Layout layout, List<String> all, List<String> wanted) {
    this.layout = layout;
    this.width = all.size();
    this.places = wanted.stream().mapToInt(all::indexOf).toArray();
    this.schema = schema(layout);
  }

  /** The names in a file's first line. */
  static List<String> header(Mapping.Layout layout, byte[] line) throws Refusal {
    String text = Utf8.text("header", line);
    return values(layout, schema(layout), text.startsWith(BOM) ? text.substring(1) : text);
  }

  @Override
  public void read(byte[] record, String[] row) throws Refusal {
    List<String> values = values(layout, schema, new String(record, StandardCharsets.UTF_8));
    if (values.size() != width) {
      throw new Refusal(
          RejectReason.NOT_CSV, "record must have " + width + " columns but has " + values.size());
    }
    for (int i = 0; i < row.length; i++) {
      String value = values.get(places[i]);
      row[i] = value.isEmpty() ? null : value;
    }
  }

  private static CsvSchema schema(Mapping.Layout layout) {
    return CsvSchema.emptySchema()
        .withColumnSeparator(layout.delimiter())
        .withQuoteChar(layout.quote());
  }

  private static List<String> values(Mapping.Layout layout, CsvSchema schema, String line)
      throws Refusal {
    if (line.isBlank()) {
      throw new Refusal(RejectReason.NOT_CSV, "record is empty");
    }
    return layout.delimiter() == ' ' ? byBlanks(line) : byDelimiter(schema, line);
  }

  private static List<String> byBlanks(String line) {
    List<String> values = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(line, BLANKS);
    while (tokens.hasMoreTokens()) {
      values.add(tokens.nextToken());
    }
    return values;
  }

  private static List<String> byDelimiter(CsvSchema schema, String line) throws Refusal {
    List<String> values = new ArrayList<>();
    try (JsonParser in = CSV.createParser(line)) {
      in.setSchema(schema);
      in.nextToken();
      while (in.nextToken() == JsonToken.VALUE_STRING) {
        values.add(in.getText());
      }
      if (in.nextToken() != null) {
        throw new Refusal(RejectReason.NOT_CSV, "record must be one line but goes on");
      }
      return values;
    } catch (JsonProcessingException malformed) {
      throw new Refusal(RejectReason.NOT_CSV, "record has a quote out of place");
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
