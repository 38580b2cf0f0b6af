package dev.ebb.desk.screen;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.ebb.desk.store.Export;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Answers with a table as CSV that spreadsheets open without harm. */
final class CsvFile {
  /** All in quotes: where a list's separator is a semicolon, spreadsheets split at it too. */
  private static final CsvMapper CSV =
      CsvMapper.csvBuilder().enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS).build();

  private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");

  /** Without it some spreadsheets do not take the file for UTF-8. */
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private CsvFile() {}

  /**
   * Answers as rows come.
   *
   * @param table writes the rows, that with the columns' names first
   */
  static void answer(Context request, String name, Consumer<Export.Sink> table) throws IOException {
    request.contentType("text/csv; charset=utf-8");
    request.header("Cache-Control", "no-store");
    request.header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
    OutputStream out = request.outputStream();
    out.write(BYTE_ORDER_MARK);
    try (SequenceWriter rows = CSV.writer(LINES).writeValues(out)) {
      table.accept(row -> write(rows, row));
    }
  }

  private static void write(SequenceWriter rows, List<String> cells) {
    try {
      rows.write(cells.stream().map(SafeCell::of).toList());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
