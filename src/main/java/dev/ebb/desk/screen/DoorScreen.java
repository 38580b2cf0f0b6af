package dev.ebb.desk.screen;

import dev.ebb.desk.page.Theme;
import dev.ebb.desk.page.Tongue;
import dev.ebb.desk.people.SignIn;
import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/** Signing in and out, and how the desk looks to somebody. */
final class DoorScreen implements Routes {
  private static final int YEAR_SECONDS = 365 * 86_400;
  private static final String HOME = "/next";

  private final Screen screen;
  private final Guard guard;
  private final Door door;

  DoorScreen(Screen screen, Guard guard, Door door) {
    this.screen = screen;
    this.guard = guard;
    this.door = door;
  }

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.get("/", request -> request.redirect(HOME));
    routes.get("/sign-in", this::show);
    if (door.isLocal()) {
      routes.post("/sign-in", this::signIn);
    }
    routes.post("/sign-out", this::signOut);
    routes.get("/preferences", DoorScreen::preferences);
  }

  private void show(Context request) {
    if (Guard.session(request) == null) {
      screen.show(request, "signin", "", door.view("", null));
    } else {
      request.redirect(HOME);
    }
  }

  private void signIn(Context request) {
    String login = formParam(request, "login");
    SignIn.Result result = guard.signIn(request, login, formParam(request, "password"));
    if (result.session() != null) {
      request.redirect(HOME);
      return;
    }
    request.status(result.throttled() ? 429 : 401);
    String failure = result.throttled() ? "throttled" : "wrong";
    screen.show(request, "signin", "", door.view(login, failure));
  }

  private static String formParam(Context request, String name) {
    String value = request.formParam(name);
    return value == null ? "" : value;
  }

  private void signOut(Context request) {
    guard.signOut(request);
    request.redirect("/sign-in");
  }

  private static void preferences(Context request) {
    String language = request.queryParam("language");
    if (language != null) {
      keep(request, Screen.LANGUAGE, Tongue.of(language).code());
    }
    String theme = request.queryParam("theme");
    if (theme != null) {
      keep(request, Screen.THEME, Theme.of(theme).code());
    }
    String back = request.queryParam("back");
    request.redirect(isLocal(back) ? back : HOME);
  }

  /** A path of this desk, and nowhere else. */
  static boolean isLocal(String back) {
    return back != null && back.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");
  }

  private static void keep(Context request, String name, String value) {
    Cookie cookie = new Cookie(name, value, "/", YEAR_SECONDS);
    cookie.setSameSite(SameSite.LAX);
    request.cookie(cookie);
  }
}
