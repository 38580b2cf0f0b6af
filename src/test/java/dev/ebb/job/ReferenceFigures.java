package dev.ebb.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.codec.Compacted;
import dev.ebb.kpi.Counts;
import dev.ebb.kpi.KpiJson;
import dev.ebb.kpi.SliceBook;
import dev.ebb.ledger.Days;
import dev.ebb.retention.AlertSpan;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.Figure;
import dev.ebb.retention.Leaver;
import dev.ebb.retention.Slice;
import dev.ebb.risk.Cohorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The key figures of an ideal run: every fact is there before the first day is told. */
final class ReferenceFigures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NOBODY = "{\"A\":0,\"B\":0,\"C\":0,\"D\":0,\"E\":0}";

  private final JobPlan plan;
  private final Days days;
  private final Cohorts cohorts;
  private final Map<Slice, SliceBook> books = new HashMap<>();
  private final Map<String, AlertSpan> spans = new HashMap<>();

  ReferenceFigures(JobPlan plan) {
    this.plan = plan;
    this.days = new Days(plan.ledger().zone());
    this.cohorts = plan.watch().valuation().cohorts();
  }

  void sent(CaseMessage message, List<Slice> slices) {
    if (message.isContactable() && message.reason() == null) {
      spans.compute(message.customerId(), (id, span) -> AlertSpan.with(span, message.at()));
    }
    for (String name : Figure.of(message)) {
      slices.forEach(slice -> counted(slice, days.dayOf(message.at()), name, 1));
    }
  }

  void left(Leaver leaver) {
    AlertSpan span = spans.get(leaver.customerId());
    if (span != null) {
      span.leadDays(leaver.goneAt())
          .ifPresent(
              lead ->
                  leaver
                      .slices()
                      .forEach(
                          slice -> counted(slice, days.dayOf(leaver.at()), Figure.lead(lead), 1)));
    }
  }

  void forgotten(String customerId) {
    spans.remove(customerId);
  }

  void counted(Slice slice, int day, String name, long count) {
    books.computeIfAbsent(slice, key -> new SliceBook()).add(day, new Counts().add(name, count));
  }

  /** By key. */
  Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    KpiJson json = new KpiJson(cohorts);
    books.forEach(
        (slice, book) -> {
          int over = Math.max(book.lastDay(), plan.lastDay() + 1);
          int end = slice.isCohort() ? cohorts.lastDay(slice.cohort()) + 1 : over;
          book.tell(Math.min(over, end)).stream()
              .map(day -> json.write(slice, day))
              .forEach(message -> put(message, told));
        });
    return told;
  }

  /** Keeps what a message says, whichever revision it is; not of a slice in which nobody is. */
  static void put(Compacted message, Map<String, String> told) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(message.value());
      json.remove("revision");
      if (json.get("stages").toString().equals(NOBODY)) {
        told.remove(message.customerId());
      } else {
        told.put(message.customerId(), json.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
