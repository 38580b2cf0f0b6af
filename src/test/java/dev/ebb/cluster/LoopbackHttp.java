package dev.ebb.cluster;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import com.sun.net.httpserver.spi.HttpServerProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Binds the JDK's HTTP servers to 127.0.0.1 wherever they are asked to listen: Flink's Prometheus
 * reporter has no setting for its address and would listen to the whole network during a test.
 */
public final class LoopbackHttp extends HttpServerProvider {

  private final HttpServerProvider jdk;

  public LoopbackHttp() throws ReflectiveOperationException {
    jdk =
        (HttpServerProvider)
            Class.forName("sun.net.httpserver.DefaultHttpServerProvider")
                .getConstructor()
                .newInstance();
  }

  /** What a JVM with this class on its class path needs to use it. */
  static String[] jvmOptions() {
    return new String[] {
      "--add-exports=jdk.httpserver/sun.net.httpserver=ALL-UNNAMED",
      "-Dcom.sun.net.httpserver.HttpServerProvider=" + LoopbackHttp.class.getName()
    };
  }

  @Override
  public HttpServer createHttpServer(InetSocketAddress address, int backlog) throws IOException {
    return jdk.createHttpServer(local(address), backlog);
  }

  @Override
  public HttpsServer createHttpsServer(InetSocketAddress address, int backlog) throws IOException {
    return jdk.createHttpsServer(local(address), backlog);
  }

  private static InetSocketAddress local(InetSocketAddress address) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
  }
}
