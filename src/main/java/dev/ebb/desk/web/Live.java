package dev.ebb.desk.web;

import dev.ebb.desk.store.Change;
import dev.ebb.desk.store.Changes;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open screens what changes, as server-sent events: {@code case} with {@code {alertId,
 * isNew}}, {@code kpi} and {@code exit}. What changes within a fifth of a second goes out in one
 * piece, once a case.
 */
final class Live implements AutoCloseable {
  static final String PATH = "/events";

  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final long TICK_MILLIS = 200;
  private static final int TICKS_PER_BEAT = 75;
  private static final int MOST_WAITING = 100_000;

  private static final byte[] HELLO = ": here\n\n".getBytes(StandardCharsets.UTF_8);

  private final Set<LiveScreen> screens = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Changes.Subscription subscription;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "desk-live"));
  private int tick;

  Live(Changes changes) {
    subscription = changes.listen(waiting::offer);
    ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** A screen opens. */
  void add(Context request) {
    HttpServletResponse response = request.res();
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    // A proxy that waits for more would make everything late.
    response.setHeader("X-Accel-Buffering", "no");
    request.future(() -> open(response));
  }

  private CompletableFuture<Void> open(HttpServletResponse response) {
    LiveScreen screen;
    try {
      screen = new LiveScreen(response.getOutputStream());
    } catch (IOException gone) {
      return CompletableFuture.failedFuture(gone);
    }
    screens.add(screen);
    screen.end().whenComplete((ended, failure) -> screens.remove(screen));
    screen.send(HELLO);
    return screen.end();
  }

  int viewers() {
    return screens.size();
  }

  private void tick() {
    try {
      Map<String, Change> changes = new LinkedHashMap<>();
      for (Change change = waiting.poll(); change != null; change = waiting.poll()) {
        changes.merge(change.kind() + ":" + change.alertId(), change, Live::both);
      }
      boolean isBeat = ++tick % TICKS_PER_BEAT == 0;
      if (!changes.isEmpty() || isBeat) {
        send(text(changes));
      }
    } catch (RuntimeException e) {
      LOG.warn("live updates: {}", e.getMessage());
    }
  }

  private static Change both(Change first, Change second) {
    return first.isNew() ? first : second;
  }

  private static String text(Map<String, Change> changes) {
    StringBuilder text = new StringBuilder(": beat\n\n");
    for (Change change : changes.values()) {
      text.append("event: ").append(change.kind().name().toLowerCase(Locale.ROOT));
      text.append("\ndata: ").append(json(change)).append("\n\n");
    }
    return text.toString();
  }

  private static String json(Change change) {
    if (change.alertId() == null) {
      return "{}";
    }
    String to = change.to() == null ? "" : ",\"to\":" + quoted(change.to());
    return "{\"alertId\":%s,\"isNew\":%s%s}"
        .formatted(quoted(change.alertId()), change.isNew(), to);
  }

  private static String quoted(String text) {
    return new com.fasterxml.jackson.databind.node.TextNode(text).toString();
  }

  private void send(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    screens.forEach(screen -> screen.send(bytes));
  }

  @Override
  public void close() {
    subscription.close();
    ticks.shutdownNow();
    screens.forEach(LiveScreen::close);
  }
}
