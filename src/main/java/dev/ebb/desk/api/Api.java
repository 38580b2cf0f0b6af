package dev.ebb.desk.api;

import dev.ebb.config.DeskSettings;
import dev.ebb.desk.hook.Reach;
import dev.ebb.desk.hook.Subscriptions;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.Deliveries;
import dev.ebb.desk.store.Departed;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The desk's interface for programs, such as a CRM: {@code /api/v1}. Requests bring a bearer token
 * and no cookie; the description is at {@code /api/v1/openapi.json}, for everybody.
 */
public final class Api implements Routes {
  static final String ROOT = "/api/v1";

  private static final String DESCRIPTION = "openapi.json";

  private final Bearer bearer;
  private final List<Operation> operations;

  /** The interface to these services, in an operation that calls by these rules. */
  public Api(Services services, DeskSettings.ApiSettings settings, CallRules calls) {
    Departed departed = new Departed(services.database(), services.clocks(), calls);
    bearer =
        new Bearer(
            services.people().tokens(),
            new Throttle(settings.requestsPerMinute(), services.clocks().wall()));
    operations =
        Stream.of(
                new CaseOperations(services, calls).all(),
                new WorkOperations(services).all(),
                new ExitOperations(departed).all(),
                hooks(services, settings).all())
            .flatMap(List::stream)
            .toList();
  }

  private static HookOperations hooks(Services services, DeskSettings.ApiSettings settings) {
    Reach reach = new Reach(settings.webhookHosts());
    return new HookOperations(
        new Subscriptions(services.database(), services.clocks(), reach),
        new Deliveries(services.database()),
        services.clocks());
  }

  @Override
  public void add(RoutesConfig routes, Services services) {
    routes.exception(Refused.class, (refused, request) -> refused.problem().answer(request));
    routes.get(ROOT + "/" + DESCRIPTION, Api::describe);
    for (Operation operation : operations) {
      routes.addEndpoint(
          new Endpoint(operation.method(), ROOT + operation.path(), guarded(operation)));
    }
  }

  /** All that can be asked for. */
  List<Operation> operations() {
    return operations;
  }

  private Handler guarded(Operation operation) {
    return request -> {
      bearer.admit(request, operation.scope());
      operation.handler().handle(request);
    };
  }

  private static void describe(Context request) {
    try (InputStream text =
        Objects.requireNonNull(Api.class.getResourceAsStream(DESCRIPTION), DESCRIPTION)) {
      request.result(text.readAllBytes()).contentType("application/json");
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
