package dev.ebb.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.event.Profile.Contact;
import dev.ebb.retention.Exit;
import dev.ebb.retention.StageChange;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;

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
    try {
      return new Compacted(customerId, CaseJson.MAPPER.writeValueAsBytes(json));
    } catch (JsonProcessingException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
