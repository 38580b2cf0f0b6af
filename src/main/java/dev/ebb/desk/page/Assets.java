package dev.ebb.desk.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The files that pages load: our own, and those that libraries bring as jars. Nothing else is
 * served.
 */
public final class Assets {
  private static final String OWN = "/dev/ebb/desk/assets/";
  private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final Map<String, Asset> ASSETS =
      Map.of(
          "desk.css", new Asset(OWN + "desk.css", "text/css; charset=utf-8"),
          "desk.js", new Asset(OWN + "desk.js", SCRIPT),
          "keys.js", new Asset(OWN + "keys.js", SCRIPT),
          "chart.js", new Asset(OWN + "chart.js", SCRIPT),
          "live.js", new Asset(OWN + "live.js", SCRIPT),
          "opencase.js", new Asset(OWN + "opencase.js", SCRIPT),
          "icon.svg", new Asset(OWN + "icon.svg", "image/svg+xml"),
          "htmx.js", new Asset(htmx(), SCRIPT),
          "inter-regular.otf", new Asset(INTER + "Regular.otf", "font/otf"),
          "inter-semibold.otf", new Asset(INTER + "SemiBold.otf", "font/otf"));

  private Assets() {}

  /** The asset of this name. */
  public static Optional<Asset> named(String name) {
    return Optional.ofNullable(ASSETS.get(name));
  }

  /**
   * A file.
   *
   * @param resource on the class path
   * @param type for its content-type header
   */
  public record Asset(String resource, String type) {

    /** Whether it is a typeface, which changes never. */
    public boolean isFont() {
      return type.startsWith("font/");
    }

    /** The whole file. */
    public byte[] bytes() {
      try (InputStream in = open(resource)) {
        return in.readAllBytes();
      } catch (IOException unforeseen) {
        throw new UncheckedIOException(unforeseen);
      }
    }
  }

  /** A WebJar's path holds its version, which its metadata tell. */
  private static String htmx() {
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      String version = properties.getProperty("version");
      return "/META-INF/resources/webjars/htmx.org/" + version + "/dist/htmx.min.js";
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = Assets.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + resource);
    }
    return in;
  }
}
