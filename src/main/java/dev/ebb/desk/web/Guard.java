package dev.ebb.desk.web;

import dev.ebb.desk.people.Session;
import dev.ebb.desk.people.SignIn;
import dev.ebb.desk.store.Role;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Stands before every request: knows who is signed in, sends everybody else to {@code /sign-in},
 * refuses changes that do not come from the desk's own pages, and sets the headers that browsers
 * protect people by.
 */
public final class Guard {
  /** The form field that holds the CSRF word. */
  public static final String CSRF_FIELD = "csrf";

  /** The header that may hold it instead. */
  public static final String CSRF_HEADER = "X-CSRF-Token";

  /** Leads to the provider of identities. */
  public static final String ELSEWHERE = "/sign-in/elsewhere";

  /** Where the provider sends people back to. */
  public static final String BACK = ELSEWHERE + "/back";

  private static final String SESSION = "ebb-desk";
  private static final String VISITOR = "ebb-desk-visitor";
  private static final String ATTRIBUTE = "session";
  private static final Set<String> OPEN =
      Set.of("/sign-in", ELSEWHERE, BACK, "/preferences", "/health", "/ready");
  private static final String ASSETS = "/assets/";
  private static final String API = "/api/";
  private static final String METRICS = "/metrics";

  private final Services services;

  Guard(Services services) {
    this.services = services;
  }

  /** Who has sent this request; never null behind the guard, but on paths open to everybody. */
  public static Session session(Context request) {
    return request.attribute(ATTRIBUTE);
  }

  /** Refuses whoever has not at least this role. */
  public static void require(Context request, Role role) {
    if (!session(request).agent().role().covers(role)) {
      throw new ForbiddenResponse("needs the role " + role.label());
    }
  }

  /** The word that forms must bring along; before signing in that of the visitor's own cookie. */
  public static String csrf(Context request) {
    Session session = session(request);
    if (session != null) {
      return session.csrf();
    }
    String visitor = request.cookie(VISITOR);
    return visitor == null ? request.attribute(VISITOR) : visitor;
  }

  void before(Context request) {
    protect(request);
    String path = request.path();
    if (path.startsWith(API) || path.startsWith(ASSETS) || path.equals(METRICS)) {
      return;
    }
    Optional<Session> session =
        Optional.ofNullable(request.cookie(SESSION)).flatMap(services.people().sessions()::find);
    session.ifPresent(found -> request.attribute(ATTRIBUTE, found));
    if (session.isEmpty()) {
      greet(request);
    }
    boolean isChange = request.method() != HandlerType.GET && request.method() != HandlerType.HEAD;
    if (isChange && !isOwn(request)) {
      throw new ForbiddenResponse("this page is out of date: reload it and try again");
    }
    if (session.isEmpty() && !OPEN.contains(path)) {
      turnAway(request);
    }
  }

  /** Signs in; the browser gets its cookie if it may. */
  public SignIn.Result signIn(Context request, String login, String password) {
    SignIn.Result result = services.people().signIn().attempt(login, password, address(request));
    if (result.session() != null) {
      enter(request, result.session());
    }
    return result;
  }

  /**
   * Where a request comes from. The desk speaks no TLS itself, so where browsers use HTTPS there is
   * a proxy, which adds the browser's address behind those that the browser may have made up.
   */
  private String address(Context request) {
    String forwarded = services.isSecure() ? request.header("X-Forwarded-For") : null;
    return forwarded == null
        ? request.ip()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  /** Gives the browser the cookie of a session. */
  public void enter(Context request, String session) {
    int seconds = (int) services.people().sessions().lengths().longest().toSeconds();
    request.cookie(cookie(SESSION, session, seconds));
  }

  /** Signs out. */
  public void signOut(Context request) {
    String word = request.cookie(SESSION);
    if (word != null) {
      services.people().sessions().close(word);
    }
    request.cookie(cookie(SESSION, "", 0));
  }

  private void greet(Context request) {
    if (request.cookie(VISITOR) == null) {
      String word = UUID.randomUUID().toString();
      request.attribute(VISITOR, word);
      request.cookie(cookie(VISITOR, word, -1));
    }
  }

  private Cookie cookie(String name, String value, int seconds) {
    Cookie cookie = new Cookie(name, value, "/", seconds, services.isSecure());
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }

  private static boolean isOwn(Context request) {
    String expected = csrf(request);
    String header = request.header(CSRF_HEADER);
    String given = header == null ? request.formParam(CSRF_FIELD) : header;
    return expected != null
        && given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** A page goes to the sign-in page; what a page loads by itself learns that it is signed out. */
  private static void turnAway(Context request) {
    if (request.header("HX-Request") != null) {
      request.header("HX-Redirect", "/sign-in");
      request.status(HttpStatus.UNAUTHORIZED);
    } else if (request.method() == HandlerType.GET && !request.path().equals(Live.PATH)) {
      request.redirect("/sign-in");
    } else {
      request.status(HttpStatus.UNAUTHORIZED);
    }
    request.skipRemainingHandlers();
  }

  private void protect(Context request) {
    request.header(
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'");
    request.header("X-Content-Type-Options", "nosniff");
    request.header("X-Frame-Options", "DENY");
    request.header("Referrer-Policy", "no-referrer");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    if (!request.path().startsWith(ASSETS)) {
      request.header("Cache-Control", "no-store");
    }
    if (services.isSecure()) {
      request.header("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
