package dev.ebb.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An open screen that shows the queue: hears of each update, and loads the rows that it shows again
 * when they have changed, as the desk's script does.
 */
final class LiveViewer implements Flow.Subscriber<String> {
  private static final Pattern ROW = Pattern.compile("data-row=\"([^\"]+)\"");
  private static final Pattern CASE = Pattern.compile("data: ?\\{\"alertId\":\"([^\"]+)\".*");

  private final Visitor visitor;
  private final Heard heard;
  private final Set<String> shown;
  private final Set<String> changed = new HashSet<>();
  private final Map<String, Long> heardAt = new ConcurrentHashMap<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private CompletableFuture<HttpResponse<Void>> listening;
  private volatile Flow.Subscription lines;
  private volatile long openedAt;

  /**
   * A screen of this visitor's.
   *
   * @param heard hears of each case when this screen does
   */
  LiveViewer(Visitor visitor, Heard heard) throws IOException, InterruptedException {
    this.visitor = visitor;
    this.heard = heard;
    this.shown =
        ROW.matcher(visitor.get("/queue").body())
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Opens the screen; {@link #opened} is released once it hears. */
  void open() {
    openedAt = System.nanoTime();
    listening = visitor.listen(this);
  }

  CountDownLatch opened() {
    return open;
  }

  /** Whether it has heard of the case since then. */
  boolean hasHeardSince(String alertId, long nanoTime) {
    Long at = heardAt.get(alertId);
    return at != null && at - nanoTime >= 0;
  }

  /** The rows that it shows. */
  Set<String> shown() {
    return shown;
  }

  /** Whether a row that it shows has changed; forgets it. */
  boolean reload() throws IOException, InterruptedException {
    Set<String> ids;
    synchronized (changed) {
      ids = new HashSet<>(changed);
      changed.clear();
    }
    if (ids.isEmpty()) {
      return false;
    }
    String query =
        ids.stream().map(id -> "id=" + Visitor.encoded(id)).collect(Collectors.joining("&"));
    HttpResponse<String> rows = visitor.get("/queue/rows?" + query);
    if (rows.statusCode() != 200) {
      throw new IOException("rows were answered with " + rows.statusCode());
    }
    return true;
  }

  void close() {
    lines.cancel();
    listening.cancel(true);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    lines = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    open.countDown();
    var told = CASE.matcher(line);
    if (!told.matches()) {
      return;
    }
    String alertId = told.group(1);
    Long before = heardAt.put(alertId, System.nanoTime());
    heard.of(alertId, before == null ? openedAt : before);
    if (shown.contains(alertId)) {
      synchronized (changed) {
        changed.add(alertId);
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    // What it has not heard counts as missed.
  }

  @Override
  public void onComplete() {
    // As above.
  }

  /** Hears of a case, and when the screen heard of it before. */
  @FunctionalInterface
  interface Heard {
    void of(String alertId, long before);
  }
}
