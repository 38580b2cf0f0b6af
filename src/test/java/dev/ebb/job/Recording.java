package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.RawRecord;
import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** What one run of the job did, written by its operators and sinks, which run in this JVM. */
final class Recording {
  private static final Map<String, Recording> ALL = new ConcurrentHashMap<>();
  private static final Formats.OfLedgerFact FACTS = new Formats.OfLedgerFact();

  /** An event before the ledger, or, without one, a firing of the customer's close timer. */
  record LedgerStep(Event event, long watermark) {}

  /**
   * Before Watch: a fact, or a broadcast, or the firing of a customer's timer, or the published
   * rules that a starting task has read.
   */
  record WatchStep(
      byte[] fact,
      Control control,
      String customerId,
      long timer,
      long watermark,
      List<RawRecord> published) {

    WatchStep(byte[] fact, Control control, String customerId, long timer, long watermark) {
      this(fact, control, customerId, timer, watermark, null);
    }

    static WatchStep published(List<RawRecord> records) {
      return new WatchStep(null, null, null, 0, 0, records);
    }
  }

  /** Between the numbers of the tasks of one start of the job and the next. */
  static final int STARTS = 1_000;

  /** By customer, in order of processing. */
  final Map<String, List<LedgerStep>> ledger = new ConcurrentHashMap<>();

  /** By subtask and start of the job, see {@link #STARTS}, in order of processing. */
  final Map<Integer, List<WatchStep>> watch = new ConcurrentHashMap<>();

  final List<Dispatch> alerts = Collections.synchronizedList(new ArrayList<>());
  final List<Dispatch> withheld = Collections.synchronizedList(new ArrayList<>());
  final List<Rejected> rejected = Collections.synchronizedList(new ArrayList<>());
  final Map<String, Score> lastScores = new ConcurrentHashMap<>();
  final Map<String, LedgerFact> lastDays = new ConcurrentHashMap<>();
  final Map<String, String> keyFigures = new ConcurrentHashMap<>();
  final AtomicInteger recordsRead = new AtomicInteger();
  final AtomicInteger profiles = new AtomicInteger();

  /** How often a published rule or its removal has reached a task. */
  final AtomicInteger rulesHeard = new AtomicInteger();

  private volatile int start;

  /** A new recording under this name. */
  static Recording start(String name) {
    Recording recording = new Recording();
    ALL.put(name, recording);
    return recording;
  }

  static Recording of(String name) {
    return ALL.get(name);
  }

  void ledgerStep(String customerId, Event event, long watermark) {
    ledger
        .computeIfAbsent(customerId, id -> new ArrayList<>())
        .add(new LedgerStep(event, watermark));
    if (event != null && event.kind() == EventKind.PROFILE) {
      profiles.incrementAndGet();
    }
  }

  /** The job is started again. */
  void startAgain() {
    start++;
  }

  void watchStep(int subtask, WatchStep step) {
    watch.computeIfAbsent(start * STARTS + subtask, index -> new ArrayList<>()).add(step);
    if (step.control() != null && step.control().kind() == Control.Kind.RULE) {
      rulesHeard.incrementAndGet();
    }
  }

  void closed(LedgerFact fact) {
    if (fact.kind() == LedgerFact.Kind.CLOSED) {
      lastDays.merge(fact.customerId(), fact, Recording::later);
    }
  }

  void scored(Score score) {
    lastScores.merge(score.customerId(), score, (a, b) -> a.day() > b.day() ? a : b);
  }

  void told(Compacted message) {
    ReferenceFigures.put(message, keyFigures);
  }

  private static LedgerFact later(LedgerFact one, LedgerFact other) {
    return one.closed().day() > other.closed().day() ? one : other;
  }

  /** A fact as it crosses the network: a tenth of its size on the heap. */
  static byte[] pack(LedgerFact fact) {
    DataOutputSerializer out = new DataOutputSerializer(256);
    try {
      FACTS.write(fact, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.getCopyOfBuffer();
  }

  static LedgerFact unpack(byte[] packed) {
    try {
      return FACTS.read(FACTS.version(), new DataInputDeserializer(packed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
