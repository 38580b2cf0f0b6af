package dev.ebb.desk.store;

import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.config.LiveRules;
import dev.ebb.desk.store.RuleBook.Refusal;
import dev.ebb.desk.store.RuleTelling.Publication;
import dev.ebb.signal.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules, two leads and a topic: that is a list, and the job's own running set reads it. */
abstract class RuleStage {
  static final Agent SUN = new Agent("sun", "Sun", Role.LEAD, null);
  static final String SILENCE = "silence";

  @RegisterExtension final TestDatabase postgres = new TestDatabase();
  final RuleBase base = TestRules.shipped();
  final List<RawRecord> topic = new ArrayList<>();
  TestDesk desk;
  RuleBook book;

  @BeforeEach
  void open() {
    desk = new TestDesk(postgres.open());
    book = new RuleBook(postgres.open(), desk.clocks, desk.changes, base, false);
  }

  String text(int version, String status) {
    return base.texts()
        .get(SILENCE)
        .replace("version: 1", "version: " + version)
        .replace("status: active", "status: " + status);
  }

  RuleState state(String id) {
    return book.rules().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  Refusal decide(Agent lead, boolean agrees) {
    return book.decide(SILENCE, state(SILENCE).last().id(), lead, agrees);
  }

  /** What is due goes to the topic, and the desk reads it back. */
  void send() {
    drain().forEach(it -> publish(it.rule(), it.text(), it.step()));
  }

  List<Publication> drain() {
    List<Publication> sent = new ArrayList<>();
    book.telling().drain(sent::addAll);
    return sent;
  }

  void publish(String id, String text) {
    publish(id, text, null);
  }

  void publish(String id, String text, Long step) {
    RawRecord record = record(id, text);
    topic.add(record);
    take(record, step);
  }

  RawRecord record(String id, String text) {
    return new RawRecord(
        new Place("ebb.rules", 0, topic.size()),
        id.getBytes(StandardCharsets.UTF_8),
        text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  /** As the reader does, which passes over what is refused. */
  void take(RawRecord record, Long step) {
    IOException refusal =
        postgres
            .open()
            .transact(
                handle -> {
                  try {
                    book.telling().take(handle, record, step);
                    return null;
                  } catch (IOException e) {
                    return e;
                  }
                });
    if (refusal != null) {
      throw new IllegalStateException(refusal.getMessage(), refusal);
    }
  }

  /** As a job that reads the topic from its beginning. */
  Rule running(String id) {
    LiveRules job = new LiveRules(List.copyOf(base.rules().values()), base.intake());
    job.load(topic);
    return job.running().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  List<String> audit() {
    List<String> lines =
        new ArrayList<>(
            new Audit(postgres.open(), desk.clocks)
                .newest(100).stream()
                    .map(it -> String.join(" ", it.actor(), it.action(), it.subject(), it.detail()))
                    .toList());
    Collections.reverse(lines);
    return lines;
  }
}
