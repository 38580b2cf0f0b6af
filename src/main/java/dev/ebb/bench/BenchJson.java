package dev.ebb.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/** A report for programs. */
final class BenchJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final BenchReport report;

  BenchJson(BenchReport report) {
    this.report = report;
  }

  String json() {
    BenchSettings settings = report.settings();
    ObjectNode root = JSON.createObjectNode();
    root.set("machine", JSON.valueToTree(report.machine()));
    root.put("events", settings.events()).put("customers", settings.customers());
    root.put("days", settings.days());
    root.put("rounds", settings.rounds());
    root.put("warmUpPercent", settings.warmUpPercent());
    ArrayNode loads = root.putArray("loads");
    report.rounds().forEach(round -> loads.add(round.load()));
    ObjectNode contenders = root.putObject("contenders");
    settings
        .contenders()
        .forEach(contender -> contenders.set(contender.label(), contender(contender)));
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode contender(Contender contender) {
    List<Run> runs = report.runs(contender);
    Run last = runs.get(runs.size() - 1);
    ObjectNode node = JSON.createObjectNode();
    node.put("does", contender.does());
    node.set("eventsPerSecond", JSON.valueToTree(report.spread(contender, Run::recordsPerSecond)));
    node.set("eachRound", JSON.valueToTree(report.rates(contender)));
    node.set(
        "cpuMicrosPerEvent", JSON.valueToTree(report.spread(contender, Run::cpuMicrosPerRecord)));
    if (report.settings().contenders().contains(Contender.FLOOR)) {
      node.set("ratioToFloor", JSON.valueToTree(report.ratio(contender, Contender.FLOOR)));
    }
    node.set("ratioTo", JSON.valueToTree(report.ratios(contender)));
    node.put("complete", !report.isCut(contender));
    node.put("stateBytesPerCustomer", last.stateBytes() / report.settings().customers());
    node.put("peakRssMiB", runs.stream().mapToLong(Run::peakRssMiB).max().orElse(0));
    node.set("checkpoints", JSON.valueToTree(last.checkpoints()));
    node.set("counts", JSON.valueToTree(last.counts()));
    return node;
  }
}
