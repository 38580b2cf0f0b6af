package dev.ebb.desk.store;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/** The days that led to cases, of many cases at once. */
public final class Courses {
  private final Database database;

  /** The courses in this database. */
  public Courses(Database database) {
    this.database = database;
  }

  /** By alert id; without those of which no days are known. */
  public Map<String, Series> of(List<String> alertIds) {
    if (alertIds.isEmpty()) {
      return Map.of();
    }
    Map<String, Series> courses = new HashMap<>();
    List<CaseMessage> messages =
        database.transact(
            handle ->
                handle
                    .createQuery("select message from cases where alert_id in (<ids>)")
                    .bindList("ids", alertIds)
                    .mapTo(String.class)
                    .map(Courses::read)
                    .list());
    for (CaseMessage message : messages) {
      if (isKnown(message)) {
        courses.put(message.alertId(), message.series());
      }
    }
    return courses;
  }

  /** Of this case, else of the customer's newest other one that has any; null: of none. */
  static Series of(Handle handle, CaseMessage message) {
    return isKnown(message)
        ? message.series()
        : handle
            .createQuery(
                """
                select message from cases
                where customer_id = (select customer_id from cases where alert_id = :id)
                  and alert_id <> :id
                order by told_at desc limit 5
                """)
            .bind("id", message.alertId())
            .mapTo(String.class)
            .map(Courses::read)
            .stream()
            .filter(Courses::isKnown)
            .findFirst()
            .map(CaseMessage::series)
            .orElse(null);
  }

  private static boolean isKnown(CaseMessage message) {
    Series series = message.series();
    return series != null
        && LongStream.concat(Arrays.stream(series.mou()), Arrays.stream(series.spend()))
            .anyMatch(value -> value >= 0);
  }

  private static CaseMessage read(String json) {
    try {
      return CaseJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
