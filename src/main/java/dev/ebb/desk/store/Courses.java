package dev.ebb.desk.store;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
      if (message.series() != null) {
        courses.put(message.alertId(), message.series());
      }
    }
    return courses;
  }

  private static CaseMessage read(String json) {
    try {
      return CaseJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
