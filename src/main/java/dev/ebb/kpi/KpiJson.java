package dev.ebb.kpi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.codec.Compacted;
import dev.ebb.codec.JsonBytes;
import dev.ebb.retention.Figure;
import dev.ebb.retention.Slice;
import dev.ebb.risk.Cohorts;
import dev.ebb.risk.LostBy;
import dev.ebb.risk.Stage;
import java.time.LocalDate;

/** The key figures of one slice and day on the wire, as JSON. */
public final class KpiJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double STEPS = 10_000;
  private static final String UNKNOWN = "unknown";
  private static final String MID_HIGH_WHO_LEFT =
      "customers of mid or high value who left, cancelled, ported out or fell silent, of those at"
          + " the month's start";

  private final Cohorts cohorts;

  /** Names definitions after these settings. */
  public KpiJson(Cohorts cohorts) {
    this.cohorts = cohorts;
  }

  /** The message, under a key that day and slice make. */
  public Compacted write(Slice slice, SliceDay day) {
    String date = LocalDate.ofEpochDay(day.day()).toString();
    ObjectNode json = MAPPER.createObjectNode().put("day", date).put("revision", day.revision());
    slice(slice, json.putObject("slice"));
    stages(day.total(), json);
    if (slice.isCohort()) {
      json.put("cohortSize", day.total().of(Figure.MEMBERS));
    }
    retention(slice, day, json.putArray("retention"));
    exits(day.today(), json.putObject("exits"));
    json.put("returned", day.today().of(Figure.RETURNED));
    cases(day.today(), Figure.ALERTS, json.putObject("alerts"));
    cases(day.today(), Figure.WITHHELD, json.putObject("withheld"));
    work(day.month(), json.putObject("workThisMonth"));
    leadTime(day.month(), json.putObject("leadTimeThisMonth"));
    return new Compacted(date + "|" + slice.key(), JsonBytes.of(json));
  }

  private static void slice(Slice slice, ObjectNode json) {
    if (slice.isCohort()) {
      json.put("cohort", LocalDate.ofEpochDay(slice.cohort()).toString());
    }
    if (slice.tier() != null) {
      json.put("tier", slice.tier().label());
    }
    if (slice.region() != null) {
      json.put("region", slice.region());
    }
  }

  private static void stages(Counts total, ObjectNode json) {
    long here = 0;
    ObjectNode stages = MAPPER.createObjectNode();
    for (Stage stage : Stage.values()) {
      long count = total.of(Figure.stage(stage));
      here += stage == Stage.EXIT ? 0 : count;
      stages.put(stage.code(), count);
    }
    json.put("customers", here).put("midHigh", total.of(Figure.MID_HIGH));
    json.set("stages", stages);
  }

  private void retention(Slice slice, SliceDay day, ArrayNode json) {
    if (!slice.isCohort()) {
      ObjectNode left = json.addObject().put("definition", "left");
      left.put("meaning", MID_HIGH_WHO_LEFT);
      long lost = day.month().of(Figure.LEFT);
      left.put("lost", day.today().of(Figure.LEFT)).put("lostThisMonth", lost);
      rate(left, "monthlyRetention", lost, day.monthStart().of(Figure.MID_HIGH));
      return;
    }
    long size = day.total().of(Figure.MEMBERS);
    for (LostBy definition : LostBy.values()) {
      String name = Figure.lost(definition);
      ObjectNode one = json.addObject().put("definition", definition.label());
      one.put("meaning", meaning(definition, slice.cohort()));
      one.put("lost", day.today().of(name)).put("lostThisMonth", day.month().of(name));
      one.put("lostSinceSnapshot", day.total().of(name));
      rate(one, "monthlyRetention", day.month().of(name), size);
      rate(one, "cohortRetention", day.total().of(name), size);
    }
  }

  private String meaning(LostBy definition, int snapshot) {
    String low = "spend below %d minor units".formatted(cohorts.lowArpu());
    if (definition == LostBy.GROUP) {
      low += " or outgoing voice below %d s".formatted(cohorts.lowVoiceSeconds());
    }
    LocalDate date = LocalDate.ofEpochDay(snapshot);
    return "left, cancelled or ported out, or %d months with %s since %s%s"
        .formatted(
            cohorts.lostMonths(),
            low,
            date,
            definition == LostBy.CIRCLE ? " up to the end of " + date.getYear() : "");
  }

  private static void rate(ObjectNode json, String name, long lost, long of) {
    if (of > 0) {
      json.put(name, rounded(1 - (double) lost / of));
    }
  }

  private static void exits(Counts today, ObjectNode json) {
    long all = today.sumOf(Figure.EXIT);
    long known = all - today.of(Figure.EXIT + UNKNOWN);
    json.put("count", all).put("causeKnown", known);
    share(json, "causeKnownShare", known, all);
    today.each(Figure.EXIT, json.putObject("byCause")::put);
  }

  private static void cases(Counts today, String kind, ObjectNode json) {
    json.put("cases", today.of(kind));
    today.each(kind + Figure.BY_RULE, json.putObject("byRule")::put);
    if (kind.equals(Figure.WITHHELD)) {
      today.each(kind + Figure.BY_REASON, json.putObject("byReason")::put);
    }
  }

  private static void work(Counts month, ObjectNode json) {
    long alerted = month.of(Figure.ALERTS);
    long attempted = month.of(Figure.ATTEMPTED);
    long reached = month.of(Figure.REACHED);
    json.put("alerted", alerted).put("attempted", attempted).put("reached", reached);
    json.put("accepted", month.of(Figure.ACCEPTED)).put("wrong", month.of(Figure.WRONG));
    json.put("saved", month.of(Figure.SAVED)).put("confirmed", month.of(Figure.CONFIRMED));
    share(json, "attemptedOfAlerted", attempted, alerted);
    share(json, "reachedOfAttempted", reached, attempted);
    share(json, "acceptedOfReached", month.of(Figure.ACCEPTED), reached);
    share(json, "savedOfReached", month.of(Figure.SAVED), reached);
  }

  private static void leadTime(Counts month, ObjectNode json) {
    long exits = month.sumOf(Figure.LEAD);
    json.put("exitsAfterAlert", exits);
    if (exits > 0) {
      json.put("medianDays", month.median(Figure.LEAD));
    }
  }

  private static void share(ObjectNode json, String name, long part, long of) {
    if (of > 0) {
      json.put(name, rounded((double) part / of));
    }
  }

  private static double rounded(double number) {
    return Math.rint(number * STEPS) / STEPS;
  }
}
