package dev.ebb.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.backtest.Measures.AtHorizon;
import dev.ebb.backtest.Measures.Hits;
import dev.ebb.backtest.Measures.Part;
import java.time.LocalDate;

/** The measures as they stand in {@code summary.json}; what cannot be told is null. */
final class MeasuresJson {
  private static final double DIGITS = 1e6;

  private MeasuresJson() {}

  static ObjectNode of(Measures measures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("lastDay", LocalDate.ofEpochDay(measures.lastDay()).toString());
    json.put("customerDays", measures.customerDays());
    measures
        .parts()
        .forEach(
            (slice, part) -> {
              String label = slice.kind().label();
              if (slice.kind() == Slice.Kind.ALL) {
                json.set(label, part(part));
              } else {
                json.withObjectProperty(label).set(slice.name(), part(part));
              }
            });
    measures
        .lookAlikes()
        .forEach(
            (kind, seen) -> {
              ObjectNode one = json.withObjectProperty("lookAlikes").putObject(kind);
              one.put("customers", seen.customers());
              one.put("alerted", seen.alerted());
              one.put("alerts", seen.alerts());
              seen.rules().forEach(one.putObject("rules")::put);
            });
    return json;
  }

  private static ObjectNode part(Part part) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("leavers", part.leavers());
    json.put("alerts", part.alerts());
    json.put("alertsAfterLeaving", part.afterLeaving());
    number(json, "alertsPer1000CustomersAndDay", part.alertsPer1000());
    ObjectNode lead = json.putObject("leadDays");
    number(lead, "p25", part.lead().p25());
    number(lead, "median", part.lead().median());
    number(lead, "p75", part.lead().p75());
    ObjectNode horizons = json.putObject("horizons");
    for (AtHorizon at : part.horizons()) {
      ObjectNode one = horizons.putObject(Integer.toString(at.days()));
      one.put("customerDays", at.customerDays());
      number(one, "baseRate", at.baseRate());
      number(one, "auc", at.auc());
      one.set("top10Percent", hits(at.top()));
      one.set("alerts", hits(at.alerts()));
    }
    return json;
  }

  private static ObjectNode hits(Hits hits) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    number(json, "precision", hits.precision());
    number(json, "recall", hits.recall());
    number(json, "lift", hits.lift());
    return json;
  }

  private static void number(ObjectNode json, String name, double value) {
    if (Double.isFinite(value)) {
      json.put(name, Math.round(value * DIGITS) / DIGITS);
    } else {
      json.putNull(name);
    }
  }
}
