package dev.ebb.desk.screen;

import dev.ebb.desk.page.Problem;
import dev.ebb.desk.web.ProblemDetails;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.sql.SQLTransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is shown when something does not work: in words, and never more than people need. */
final class ProblemScreen implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemScreen.class);
  private static final String API = "/api/";

  private final Screen screen;

  ProblemScreen(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.exception(HttpResponseException.class, this::refused);
    routes.exception(Exception.class, this::failed);
    routes.error(HttpStatus.NOT_FOUND.getCode(), "html", request -> show(request, "missing"));
  }

  private void refused(HttpResponseException refusal, Context request) {
    request.status(refusal.getStatus());
    show(request, kind(refusal.getStatus()));
  }

  private static String kind(int status) {
    return switch (HttpStatus.forStatus(status)) {
      case NOT_FOUND -> "missing";
      case BAD_REQUEST -> "incomplete";
      default -> status < HttpStatus.INTERNAL_SERVER_ERROR.getCode() ? "refused" : "failed";
    };
  }

  private void failed(Exception failure, Context request) {
    boolean isDatabaseAway = isAway(failure);
    request.status(
        isDatabaseAway ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR);
    if (!isDatabaseAway) {
      LOG.error("{} {} failed", request.method(), request.path(), failure);
    }
    show(request, isDatabaseAway ? "unreachable" : "failed");
  }

  private static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException) {
        return true;
      }
    }
    return false;
  }

  private void show(Context request, String kind) {
    if (request.path().startsWith(API)) {
      ProblemDetails.of(request.statusCode(), kind, request.status().getMessage()).answer(request);
    } else if (Screen.isPart(request)) {
      screen.say(request, screen.words(request).say("problem." + kind + ".more"));
    } else {
      screen.show(request, "problem", "", new Problem(request.statusCode(), kind));
    }
  }
}
