package dev.ebb.desk.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Takes key figures over; of a slice and day the highest revision counts. */
public final class KpiIntake {
  private static final JsonMapper MAPPER = new JsonMapper();

  private KpiIntake() {}

  /**
   * Takes one message over.
   *
   * @param key names slice and day
   * @throws IOException if these are no key figures
   */
  public static void take(Handle handle, String key, byte[] json) throws IOException {
    JsonNode figures = MAPPER.readTree(json);
    JsonNode slice = figures.path("slice");
    try {
      handle
          .createUpdate(
              """
              insert into kpis as k
              values (:key, :day, :cohort, :tier, :region, :revision, :figures::jsonb)
              on conflict (key) do update set
                revision = excluded.revision, figures = excluded.figures
              where k.revision < excluded.revision
              """)
          .bind("key", key)
          .bind("day", LocalDate.parse(figures.path("day").asText()))
          .bind("cohort", slice.has("cohort") ? LocalDate.parse(text(slice, "cohort")) : null)
          .bind("tier", text(slice, "tier"))
          .bind("region", text(slice, "region"))
          .bind("revision", figures.path("revision").asInt())
          .bind("figures", new String(json, StandardCharsets.UTF_8))
          .execute();
    } catch (DateTimeException malformed) {
      throw new IOException("key figures must have a day", malformed);
    }
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText(null);
  }
}
