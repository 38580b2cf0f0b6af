package dev.ebb.desk.api;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * Something that a program can ask of the desk.
 *
 * @param path below {@link Api#ROOT}
 * @param scope that the token must have
 */
record Operation(HandlerType method, String path, String scope, Handler handler) {

  static Operation get(String path, String scope, Handler handler) {
    return new Operation(HandlerType.GET, path, scope, handler);
  }

  static Operation post(String path, String scope, Handler handler) {
    return new Operation(HandlerType.POST, path, scope, handler);
  }

  static Operation delete(String path, String scope, Handler handler) {
    return new Operation(HandlerType.DELETE, path, scope, handler);
  }
}
