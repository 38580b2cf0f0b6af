package dev.ebb.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.codec.CaseJson;
import dev.ebb.codec.Compacted;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.Rejected;
import dev.ebb.job.Score;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/** What a backtest writes, line by line. */
final class Lines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Lines() {}

  static String ofCase(Dispatch dispatch) {
    return new String(CaseJson.write(dispatch.message()), StandardCharsets.UTF_8);
  }

  /** A removal shows the customer alone. */
  static String ofCompacted(Compacted record) {
    return record.value() == null
        ? JSON.createObjectNode().put("customerId", record.customerId()).toString()
        : new String(record.value(), StandardCharsets.UTF_8);
  }

  /** The bytes are shown as text; what is not UTF-8 shows as replacement characters. */
  static String ofRejected(Rejected rejected) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("source", rejected.source())
            .put("line", rejected.offset())
            .put("reason", rejected.reason().label())
            .put("message", rejected.message());
    if (rejected.value() != null) {
      line.put("value", new String(rejected.value(), StandardCharsets.UTF_8));
    }
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String ofScore(Score score) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%.6f,%s",
        quoted(score.customerId()),
        LocalDate.ofEpochDay(score.day()),
        score.risk(),
        String.join(";", score.signals()));
  }

  /** A judged day for the measures, with the tier and without the signals. */
  static String ofJudged(Score score) {
    return String.format(
        Locale.ROOT,
        "%s,%d,%.6f,%s",
        quoted(score.customerId()),
        score.day(),
        score.risk(),
        score.tier().name());
  }

  static String quoted(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
