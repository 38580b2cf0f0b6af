package dev.ebb.job;

import dev.ebb.event.Event;
import dev.ebb.event.Feed;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.HeapBook;
import dev.ebb.ledger.IndexBuilder;
import dev.ebb.ledger.IndexEntry;
import dev.ebb.ledger.IndexTable;
import dev.ebb.ledger.Ledger;
import dev.ebb.ledger.Measure;
import dev.ebb.ledger.TopArpu;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CustomerFile;
import dev.ebb.retention.Leaver;
import dev.ebb.retention.MemoryFile;
import dev.ebb.retention.Slice;
import dev.ebb.retention.Watch;
import dev.ebb.retention.WatchOutput;
import dev.ebb.risk.ArpuHistogram;
import dev.ebb.risk.Tier;
import dev.ebb.risk.TopShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The job as it would be in an ideal world: one thread, every event once and in order of time, and
 * before each event everything that is due by then. Index timers fire before closes, closes before
 * deadlines.
 */
final class ReferenceRun implements WatchOutput {

  /** What a timer is for, in order of firing at the same instant. */
  private enum Purpose {
    INDEX,
    TOP,
    CLOSE,
    DEADLINE
  }

  /** {@code subject}: a customer, a region, or a region and a month. */
  private record Timer(long at, Purpose purpose, String subject) {}

  private final JobPlan plan;
  private final Ledger ledger;
  private final Watch watch;
  private final Departures departures;
  private final IndexTable index = new IndexTable();
  private final Map<String, IndexBuilder> builders = new HashMap<>();
  private final RegionArpuBuffer arpu;
  private final Map<String, ArpuHistogram> spread = new HashMap<>();
  private final Map<String, TopArpu> tops = new HashMap<>();
  private final Map<String, Integer> indexDays = new HashMap<>();
  private final Map<String, HeapBook> books = new HashMap<>();
  private final Map<String, MemoryFile> files = new HashMap<>();
  private final TreeSet<Timer> timers =
      new TreeSet<>(
          Comparator.comparingLong(Timer::at)
              .thenComparing(Timer::purpose)
              .thenComparing(Timer::subject));
  private final LedgerPort port = new LedgerPort(this::take, this::use);
  private int lastDay = Integer.MAX_VALUE;

  private final ReferenceFigures figures;

  final Map<String, Score> lastScores = new HashMap<>();
  final Map<String, LedgerFact> lastDays = new HashMap<>();
  final List<CaseMessage> messages = new ArrayList<>();

  private ReferenceRun(JobPlan plan) {
    this.plan = plan;
    this.ledger = new Ledger(plan.ledger(), WatchLists.of(plan.ledger().watchList()));
    this.departures = new Departures(plan.ledger().zone());
    this.watch = new Watch(plan.watch(), plan.rules());
    this.arpu = new RegionArpuBuffer(plan.watch().valuation());
    this.figures = new ReferenceFigures(plan);
  }

  /** Runs over sorted events, of which those that do not drive time come first. */
  static ReferenceRun over(List<Event> sorted, JobPlan plan) {
    ReferenceRun run = new ReferenceRun(plan);
    long watermark = Long.MIN_VALUE;
    for (Event event : sorted) {
      if (event.kind().feed() != Feed.CUSTOMERS) {
        watermark = event.at() - 1;
        run.fireUntil(watermark);
      }
      HeapBook book = run.books.computeIfAbsent(event.customerId(), id -> new HeapBook());
      run.ledger.accept(event, watermark, book, run.port);
      run.schedule(event.customerId());
    }
    run.lastDay = plan.lastDay();
    run.fireUntil(Long.MAX_VALUE);
    return run;
  }

  private void fireUntil(long watermark) {
    while (!timers.isEmpty() && timers.first().at() <= watermark) {
      Timer timer = timers.pollFirst();
      switch (timer.purpose()) {
        case INDEX -> closeIndex(timer.subject());
        case TOP -> index.put(tops.remove(timer.subject()));
        case CLOSE -> closeDay(timer);
        case DEADLINE -> deadline(timer, watermark);
      }
    }
  }

  private void closeDay(Timer timer) {
    ledger.wake(timer.subject(), timer.at(), lastDay, books.get(timer.subject()), port);
    schedule(timer.subject());
  }

  /** Beyond the last event nothing is decided but the last days. */
  private void deadline(Timer timer, long watermark) {
    if (watermark != Long.MAX_VALUE) {
      watch.deadline(timer.subject(), timer.at(), files.get(timer.subject()), this);
      schedule(timer.subject());
    }
  }

  private void closeIndex(String region) {
    int day = indexDays.get(region);
    IndexEntry entry = builders.get(region).close(day);
    if (entry != null) {
      index.put(entry);
    }
    if (day < lastDay && day < plan.lastDay()) {
      indexDays.put(region, day + 1);
      timers.add(new Timer(ledger.indexDueAt(day + 1), Purpose.INDEX, region));
    }
  }

  private void use(RegionUse use) {
    IndexBuilder builder = builders.computeIfAbsent(use.region(), this::builder);
    for (Measure measure : Measure.values()) {
      builder.add(use.day(), measure, use.amounts()[measure.ordinal()]);
    }
    builder.addCustomers(use.day(), use.customers());
    if (indexDays.putIfAbsent(use.region(), use.day()) == null) {
      timers.add(new Timer(ledger.indexDueAt(use.day()), Purpose.INDEX, use.region()));
    }
  }

  private IndexBuilder builder(String region) {
    String name = region.equals(RegionUse.NETWORK) ? null : region;
    return new IndexBuilder(name, plan.indexMinCustomers());
  }

  /** One customer has closed a month: where the top begins is known when all have. */
  private void spent(RegionArpu part) {
    TopShare share = plan.watch().valuation().top();
    String subject = part.region() + '^' + part.month();
    ArpuHistogram sum = spread.computeIfAbsent(subject, key -> new ArpuHistogram());
    sum.add(part.arpu());
    if (share.countsAmong(sum.customers())) {
      String region = part.region().equals(RegionUse.NETWORK) ? null : part.region();
      long from = sum.topFrom(share.share());
      tops.put(subject, new TopArpu(region, part.month(), sum.customers(), from));
      int next = Days.firstDayOfMonth(part.month() + 1);
      timers.add(new Timer(ledger.indexDueAt(next), Purpose.TOP, subject));
    }
  }

  private void take(LedgerFact fact) {
    CustomerFile file = files.computeIfAbsent(fact.customerId(), id -> new MemoryFile());
    switch (fact.kind()) {
      case CLOSED -> {
        lastDays.put(fact.customerId(), fact);
        arpu.closed(fact.closed());
        arpu.drainTo(this::spent);
        watch.judge(fact.closed(), index, file, this);
      }
      case PASSED -> {
        Control departure = departures.of(fact.passed());
        if (departure != null) {
          departure.into(index);
        }
        watch.accept(fact.passed(), index, file, this);
      }
      case RETURNED -> watch.returned(fact.customerId(), fact.at(), file, this);
      case FORGOTTEN -> watch.forgotten(fact.customerId(), fact.at(), file, this);
    }
  }

  /** Arms what the customer's book and file have asked for. */
  private void schedule(String customerId) {
    HeapBook book = books.get(customerId);
    book.timers().forEach(at -> timers.add(new Timer(at, Purpose.CLOSE, customerId)));
    book.timers().clear();
    MemoryFile file = files.get(customerId);
    if (file != null) {
      file.timers.forEach(at -> timers.add(new Timer(at, Purpose.DEADLINE, customerId)));
      file.timers.clear();
    }
  }

  @Override
  public void message(CaseMessage message) {
    messages.add(message);
  }

  @Override
  public void message(CaseMessage message, List<Slice> slices) {
    message(message);
    figures.sent(message, slices);
  }

  @Override
  public void left(Leaver leaver) {
    figures.left(leaver);
  }

  @Override
  public void erased(String customerId, long at) {
    figures.forgotten(customerId);
  }

  @Override
  public void counted(Slice slice, int day, String name, int count) {
    figures.counted(slice, day, name, count);
  }

  /** The key figures of every slice and day, by key; what the figures say without the revision. */
  Map<String, String> keyFigures() {
    return figures.told();
  }

  @Override
  public void scored(String customerId, int day, double risk, Tier tier, List<String> signals) {
    lastScores.put(customerId, new Score(customerId, day, risk, tier, signals));
  }
}
