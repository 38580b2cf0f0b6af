package dev.ebb.desk.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;

/** The desk's web server. */
public final class DeskServer implements AutoCloseable {
  private static final long MOST_BYTES = 64 * 1024;

  private final Javalin server;
  private final Live live;
  private final String host;

  private DeskServer(Javalin server, Live live, String host) {
    this.server = server;
    this.live = live;
    this.host = host;
  }

  /**
   * Starts it.
   *
   * @param port 0 takes a free one
   * @param pages makes the routes of pages, which may sign people in by the guard
   */
  public static DeskServer start(
      String host, int port, Services services, BiFunction<Services, Guard, List<Routes>> pages) {
    Live live = new Live(services.changes());
    Guard guard = new Guard(services);
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.http.maxRequestSize = MOST_BYTES;
              routes(config, services, guard, live);
              pages.apply(services, guard).forEach(page -> page.add(config.routes, services));
            });
    try {
      return new DeskServer(server.start(host, port), live, host);
    } catch (RuntimeException e) {
      live.close();
      throw e;
    }
  }

  private static void routes(JavalinConfig config, Services services, Guard guard, Live live) {
    config.routes.before(guard::before);
    config.routes.get(Live.PATH, live::add);
    new Health(services, live).add(config.routes);
  }

  /** Where browsers find it. */
  public URI address() {
    return URI.create("http://" + host + ":" + server.port());
  }

  @Override
  public void close() {
    live.close();
    server.stop();
  }
}
