package dev.ebb.desk.hook;

import dev.ebb.desk.store.Deliveries.Due;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Sends a delivery by HTTP. Only a 2xx takes it; redirects are not followed. What a name resolves
 * to is checked where the connection is made, so nothing can change in between.
 */
final class Post implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(10);
  private static final int MOST_THREADS = 32;
  private static final int MOST_HEADER_BYTES = 16 * 1024;

  private final HttpClient client = new HttpClient();
  private final Reach reach;

  Post(Reach reach) {
    this.reach = reach;
    client.setName("desk-webhooks");
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    client.setConnectTimeout(CONNECT.toMillis());
    client.setMaxResponseHeadersSize(MOST_HEADER_BYTES);
    client.setExecutor(threads());
    client.setScheduler(new ScheduledExecutorScheduler("desk-webhooks-timer", true));
    SocketAddressResolver all =
        new SocketAddressResolver.Async(
            client.getExecutor(), client.getScheduler(), CONNECT.toMillis());
    client.setSocketAddressResolver(
        (host, port, context, promise) ->
            all.resolve(host, port, context, new Checked(host, promise)));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("webhooks cannot be called", e);
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("desk-webhooks");
    threads.setDaemon(true);
    return threads;
  }

  /** How long one may take at the most. */
  static Duration longest() {
    return WHOLE;
  }

  /**
   * Sends it.
   *
   * @param done gets what went wrong, or null
   */
  void send(Due due, Instant now, Consumer<String> done) {
    URI url;
    try {
      url = reach.checked(due.url());
    } catch (IllegalArgumentException refused) {
      done.accept(refused.getMessage());
      return;
    }
    client
        .POST(url)
        .headers(
            headers -> headers.put(Signature.HEADER, Signature.of(due.secret(), now, due.body())))
        .headers(headers -> headers.put("Ebb-Delivery", due.id()))
        .headers(headers -> headers.put("User-Agent", "ebb-desk"))
        .body(new StringRequestContent("application/json", due.body(), StandardCharsets.UTF_8))
        .timeout(WHOLE.toMillis(), TimeUnit.MILLISECONDS)
        .send(result -> done.accept(failure(result)));
  }

  private static String failure(Result result) {
    if (result.isFailed()) {
      Throwable why = result.getFailure();
      return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }
    int status = result.getResponse().getStatus();
    return status >= 200 && status < 300 ? null : "answered " + status;
  }

  /** Lets only allowed addresses through. */
  private final class Checked implements Promise<List<InetSocketAddress>> {
    private final String host;
    private final Promise<List<InetSocketAddress>> promise;

    Checked(String host, Promise<List<InetSocketAddress>> promise) {
      this.host = host;
      this.promise = promise;
    }

    @Override
    public void succeeded(List<InetSocketAddress> found) {
      boolean isAllowed = found.stream().allMatch(it -> reach.allows(host, it.getAddress()));
      if (isAllowed) {
        promise.succeeded(found);
      } else {
        failed(new UnknownHostException(host + " is not a public address"));
      }
    }

    @Override
    public void failed(Throwable why) {
      promise.failed(why);
    }
  }

  @Override
  public void close() throws Exception {
    client.stop();
  }
}
