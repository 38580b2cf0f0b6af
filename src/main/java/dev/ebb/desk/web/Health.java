package dev.ebb.desk.web;

import dev.ebb.desk.feed.FeedState;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** Tells those who run the desk how it is: {@code /health}, {@code /ready} and {@code /metrics}. */
final class Health {

  private final Services services;
  private final Live live;

  Health(Services services, Live live) {
    this.services = services;
    this.live = live;
  }

  void add(RoutesConfig routes) {
    routes.get("/health", request -> request.result("alive\n"));
    routes.get("/ready", this::ready);
    routes.get("/metrics", this::metrics);
  }

  /** Ready is a desk whose PostgreSQL answers and whose feeds are being read. */
  private void ready(Context request) {
    StringBuilder text = new StringBuilder();
    boolean isThere = services.database().isThere();
    boolean isReady = isThere;
    text.append("postgresql: ").append(isThere ? "ok" : "away").append('\n');
    for (FeedState feed : services.feeds()) {
      isReady &= feed.trouble() == null;
      text.append(feed.name()).append(": ");
      text.append(feed.trouble() == null ? "ok" : "away").append('\n');
    }
    request.status(isReady ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    request.result(text.toString());
  }

  private void metrics(Context request) {
    StringBuilder text = new StringBuilder();
    line(text, "ebb_desk_viewers", "", live.viewers());
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    line(text, "jvm_memory_used_bytes", "{area=\"heap\"}", heap.getUsed());
    for (FeedState feed : services.feeds()) {
      String label = "{feed=\"" + feed.name() + "\"}";
      line(text, "ebb_desk_feed_up", label, feed.trouble() == null ? 1 : 0);
      line(text, "ebb_desk_feed_lag_records", label, feed.lag());
      line(text, "ebb_desk_feed_records_total", label, feed.takenCount());
      line(text, "ebb_desk_feed_unreadable_total", label, feed.unreadableCount());
    }
    request.contentType("text/plain; version=0.0.4").result(text.toString());
  }

  private static void line(StringBuilder text, String name, String label, long value) {
    text.append(name).append(label).append(' ').append(value).append('\n');
  }
}
