package dev.ebb.desk.web;

import io.javalin.config.RoutesConfig;

/**
 * Answers requests to some paths. Whoever is asked for anything but the paths that {@link Guard}
 * lets everybody see is signed in: {@link Guard#session} says who. A request that changes something
 * has brought its CSRF word along.
 */
@FunctionalInterface
public interface Routes {
  /** Adds the handlers. */
  void add(RoutesConfig routes, Services services);
}
