package dev.ebb.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.event.Profile.Contact;
import dev.ebb.retention.Exit;
import dev.ebb.retention.StageChange;
import dev.ebb.risk.Stage;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Lifecycle stages and exits on the wire, as JSON. */
public final class LifecycleJson {

  private LifecycleJson() {}

  /** The stage that a customer is in from now on. */
  public static Compacted of(StageChange change) {
    ObjectNode json = CaseJson.MAPPER.createObjectNode().put("customerId", change.customerId());
    if (change.from() != null) {
      json.put("from", change.from().code());
    }
    json.put("to", change.to().code());
    json.put("at", time(change.at())).put("reason", change.reason());
    return compacted(change.customerId(), json);
  }

  /**
   * Reads what {@link #of(StageChange)} wrote.
   *
   * @throws IOException if this is no stage change; the message names the field
   */
  public static StageChange stageChange(byte[] json) throws IOException {
    JsonNode root = CaseJson.MAPPER.readTree(json);
    JsonNode from = root.get("from");
    return new StageChange(
        text(root, "customerId"),
        from == null ? null : stage("from", from.asText()),
        stage("to", text(root, "to")),
        instant(text(root, "at")),
        text(root, "reason"));
  }

  private static String text(JsonNode json, String field) throws IOException {
    if (!json.path(field).isTextual()) {
      throw new IOException(field + " must be text but was " + json.path(field));
    }
    return json.get(field).asText();
  }

  private static Stage stage(String field, String code) throws IOException {
    Stage stage = CaseNodes.STAGES.get(code);
    if (stage == null) {
      throw new IOException(field + " must be a stage from A to E but was " + code);
    }
    return stage;
  }

  private static long instant(String text) throws IOException {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new IOException("at must be an RFC 3339 time but was " + text, e);
    }
  }

  /** An entry in the database of the departed. */
  public static Compacted of(Exit exit) {
    ObjectNode json =
        CaseJson.MAPPER
            .createObjectNode()
            .put("customerId", exit.customerId())
            .put("at", time(exit.at()))
            .put("how", exit.how())
            .put("cause", exit.cause().label())
            .put("knownBy", exit.knownBy().label());
    json.putObject("value")
        .put("arpu", exit.value().arpu())
        .put("tier", exit.value().tier().label());
    write(exit.windows(), json.putObject("windows"));
    if (exit.contact() != null) {
      write(exit.contact(), json.putObject("contact"));
    }
    ArrayNode dates = json.putArray("winBack");
    for (Exit.WinBack date : exit.winBack()) {
      dates.addObject().put("on", date.on().toString()).put("playbook", date.playbook());
    }
    return compacted(exit.customerId(), json);
  }

  private static void write(Exit.Windows windows, ObjectNode json) {
    if (windows.lastActiveOn() != null) {
      json.put("lastActiveOn", windows.lastActiveOn().toString());
    }
    json.put("mou7Seconds", windows.mou7()).put("mou28Seconds", windows.mou28());
    json.put("data7Bytes", windows.data7()).put("data28Bytes", windows.data28());
    json.put("spend7", windows.spend7()).put("spend28", windows.spend28());
  }

  private static void write(Contact contact, ObjectNode json) {
    ArrayNode channels = json.putArray("channels");
    contact.channels().forEach(channels::add);
    put(json, "preferred", contact.preferred());
    put(json, "quietFrom", contact.quietFrom());
    put(json, "quietTo", contact.quietTo());
    put(json, "managerId", contact.managerId());
  }

  private static void put(ObjectNode json, String field, String text) {
    if (text != null) {
      json.put(field, text);
    }
  }

  private static void put(ObjectNode json, String field, LocalTime time) {
    put(json, field, time == null ? null : time.toString());
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static Compacted compacted(String customerId, ObjectNode json) {
    return new Compacted(customerId, JsonBytes.of(json));
  }
}
