package dev.ebb.desk.hook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another system that hears of cases, and answers as a test wants. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile Answer answer = exchange -> 204;

  /** What came. */
  record Heard(String delivery, String signature, String body) {}

  /** Says with which status to answer; may take its time. */
  @FunctionalInterface
  interface Answer {
    int status(HttpExchange exchange) throws IOException, InterruptedException;
  }

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::hear);
    server.start();
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      heard.add(
          new Heard(
              exchange.getRequestHeaders().getFirst("Ebb-Delivery"),
              exchange.getRequestHeaders().getFirst("Ebb-Signature"),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(answer.status(exchange), -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void answers(Answer next) {
    answer = next;
  }

  List<Heard> heard() {
    return heard;
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
