package dev.ebb.desk.screen;

import dev.ebb.desk.oidc.Attempt;
import dev.ebb.desk.oidc.NotSignedIn;
import dev.ebb.desk.people.Identity;
import dev.ebb.desk.people.SingleSignOn;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in at a provider of identities: there, and back again. */
final class ElsewhereScreen implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(ElsewhereScreen.class);
  private static final String ATTEMPT = "ebb-desk-attempt";
  private static final int PATIENCE_SECONDS = 600;

  private final Screen screen;
  private final Guard guard;
  private final Door door;
  private final boolean isSecure;
  private final SingleSignOn people;

  ElsewhereScreen(Screen screen, Guard guard, Door door, Services services) {
    this.screen = screen;
    this.guard = guard;
    this.door = door;
    this.isSecure = services.isSecure();
    this.people =
        new SingleSignOn(services.database(), services.clocks(), services.people().sessions());
  }

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.get(Guard.ELSEWHERE, this::there);
    routes.get(Guard.BACK, this::back);
  }

  private void there(Context request) {
    Attempt attempt = Attempt.begin();
    try {
      URI provider = door.provider().begin(attempt, address(request));
      request.cookie(cookie(attempt.toString(), PATIENCE_SECONDS));
      request.redirect(provider.toString());
    } catch (NotSignedIn away) {
      refuse(request, away);
    }
  }

  private void back(Context request) {
    Attempt attempt = Attempt.parse(request.cookie(ATTEMPT));
    request.cookie(cookie("", 0));
    if (attempt == null) {
      request.redirect("/sign-in");
      return;
    }
    try {
      Identity identity =
          door.provider().finish(attempt, request.queryParamMap(), address(request));
      enter(request, people.admit(identity, request.ip()));
    } catch (NotSignedIn refused) {
      refuse(request, refused);
    }
  }

  private void enter(Context request, Optional<String> session) {
    if (session.isPresent()) {
      guard.enter(request, session.get());
      request.redirect("/");
    } else {
      show(request, "disabled");
    }
  }

  private void refuse(Context request, NotSignedIn refused) {
    LOG.warn("nobody was signed in: {}", refused.getMessage());
    show(request, refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private void show(Context request, String failure) {
    request.status(HttpStatus.FORBIDDEN);
    screen.show(request, "signin", "", door.view("", failure));
  }

  /** Where the provider sends the browser back to. */
  private URI address(Context request) {
    String desk =
        door.publicUrl() == null
            ? request.scheme() + "://" + request.host()
            : door.publicUrl().toString().replaceAll("/$", "");
    return URI.create(desk + Guard.BACK);
  }

  private Cookie cookie(String value, int seconds) {
    Cookie cookie = new Cookie(ATTEMPT, value, Guard.ELSEWHERE, seconds, isSecure);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    return cookie;
  }
}
