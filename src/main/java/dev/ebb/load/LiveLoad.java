package dev.ebb.load;

import dev.ebb.codec.OutputRecords;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Many open screens while the job tells of changes at a steady pace. */
final class LiveLoad {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long LOOK_NANOS = 50_000_000;
  private static final Pattern HEAP =
      Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"} (\\d+)");

  /** Every so many updates one is of a case at the top of the queue, which all screens show. */
  private static final int TOP = 50;

  /** A screen loads what has changed once in so long. */
  private static final int REST_MILLIS = 3_000;

  private static final int RELOADERS = 8;

  /** So many queue pages are opened a second meanwhile: each agent one in 40 seconds. */
  private static final int PAGES_A_SECOND = 5;

  private final LoadStage stage;
  private final LoadPlan plan;
  private final CaseMaker maker;
  private final Measures measures;
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final List<LiveViewer> viewers = new ArrayList<>();

  LiveLoad(LoadStage stage, LoadPlan plan, CaseMaker maker, Measures measures) {
    this.stage = stage;
    this.plan = plan;
    this.maker = maker;
    this.measures = measures;
  }

  LoadReport.Live run(LoadWatch watch) throws IOException, InterruptedException {
    HttpClient client = Visitor.client();
    open(client, watch);
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(RELOADERS);
    try {
      Duration busyBefore = stage.desk().busy();
      long begin = System.nanoTime();
      reloads(timer);
      pages(timer, client);
      int sent = update(watch);
      double seconds = (System.nanoTime() - begin) / 1e9;
      double cores = (stage.desk().busy().minus(busyBefore).toNanos() / 1e9) / seconds;
      long missed = missed();
      return new LoadReport.Live(
          plan.viewers(), sent, sent / seconds, missed, cores, heapMiB(client));
    } finally {
      timer.shutdownNow();
      viewers.forEach(LiveViewer::close);
    }
  }

  private void open(HttpClient client, LoadWatch watch) throws IOException, InterruptedException {
    for (int i = 0; i < plan.viewers(); i++) {
      Visitor visitor =
          Visitor.signedIn(client, stage.address(), LoadStage.agent(i), LoadStage.PASSWORD);
      viewers.add(new LiveViewer(visitor, this::heard));
      watch.at("screens", i + 1, plan.viewers());
    }
    viewers.forEach(LiveViewer::open);
    for (LiveViewer viewer : viewers) {
      if (!viewer.opened().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("a screen does not hear of anything");
      }
    }
  }

  /** A screen has heard of a case; how long that took counts once an update. */
  private void heard(String alertId, long before) {
    Long sent = sentAt.get(alertId);
    if (sent != null && before - sent < 0) {
      measures.add(Measure.UPDATE, System.nanoTime() - sent);
    }
  }

  /** As the script does: what has changed on a screen within seconds is loaded in one piece. */
  private void reloads(ScheduledExecutorService timer) {
    Random dice = new Random(plan.seed());
    for (LiveViewer viewer : viewers) {
      timer.scheduleWithFixedDelay(
          () -> timed(Measure.LIVE_ROWS, viewer::reload),
          dice.nextInt(REST_MILLIS),
          REST_MILLIS,
          TimeUnit.MILLISECONDS);
    }
  }

  private void pages(ScheduledExecutorService timer, HttpClient client)
      throws IOException, InterruptedException {
    Visitor agent =
        Visitor.signedIn(client, stage.address(), LoadStage.agent(0), LoadStage.PASSWORD);
    timer.scheduleAtFixedRate(
        () -> timed(Measure.LIVE_QUEUE, () -> agent.get("/queue").statusCode() == 200),
        0,
        1_000 / PAGES_A_SECOND,
        TimeUnit.MILLISECONDS);
  }

  private void timed(Measure measure, Step step) {
    try {
      long begin = System.nanoTime();
      if (step.take()) {
        measures.add(measure, System.nanoTime() - begin);
      }
    } catch (IOException unanswered) {
      measures.add(measure, PATIENCE.toNanos());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** The job tells of one case after the other; returns how often. */
  private int update(LoadWatch watch) throws InterruptedException {
    String topic = stage.settings().topics().alerts();
    List<Integer> top = viewers.get(0).shown().stream().map(CaseMaker::number).sorted().toList();
    Map<Integer, Integer> revisions = new HashMap<>();
    Random dice = new Random(plan.seed());
    long pause = TimeUnit.SECONDS.toNanos(1) / plan.updatesPerSecond();
    try (KafkaProducer<byte[], byte[]> producer = Filling.producer(stage)) {
      long next = System.nanoTime();
      for (int i = 0; i < plan.updates(); i++) {
        int number = i % TOP == 0 ? top.get(i / TOP % top.size()) : dice.nextInt(plan.cases());
        int revision = revisions.merge(number, 2, (known, first) -> known + 1);
        sentAt.put(CaseMaker.alertId(number), System.nanoTime());
        producer.send(OutputRecords.of(topic, maker.raised(number, revision, Instant.now())));
        watch.at("updates", i + 1, plan.updates());
        next += pause;
        pause(next - System.nanoTime());
      }
    }
    return plan.updates();
  }

  private static void pause(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos);
  }

  /** How often a screen has not heard of a case since it was last told of; waits for the last. */
  private long missed() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long missed = missedSoFar();
    while (missed > 0 && System.nanoTime() < deadline) {
      pause(LOOK_NANOS);
      missed = missedSoFar();
    }
    return missed;
  }

  private long missedSoFar() {
    return viewers.stream()
        .mapToLong(
            viewer ->
                sentAt.entrySet().stream()
                    .filter(sent -> !viewer.hasHeardSince(sent.getKey(), sent.getValue()))
                    .count())
        .sum();
  }

  private double heapMiB(HttpClient client) throws IOException, InterruptedException {
    String metrics =
        Visitor.signedIn(client, stage.address(), LoadStage.agent(0), LoadStage.PASSWORD)
            .get("/metrics")
            .body();
    Matcher heap = HEAP.matcher(metrics);
    return heap.find() ? Double.parseDouble(heap.group(1)) / (1 << 20) : 0;
  }

  @FunctionalInterface
  private interface Step {
    boolean take() throws IOException, InterruptedException;
  }
}
