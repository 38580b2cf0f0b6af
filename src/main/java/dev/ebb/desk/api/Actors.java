package dev.ebb.desk.api;

import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.Agents;
import dev.ebb.desk.store.Role;
import io.javalin.http.Context;

/** For whom a program acts: an agent of the desk whom it names, or else itself. */
final class Actors {
  private final Agents agents;

  Actors(Agents agents) {
    this.agents = agents;
  }

  Agent of(Context request, String login) {
    return login == null
        ? new Agent(Bearer.actor(request), Bearer.token(request).name(), Role.AGENT, null)
        : agents
            .find(login)
            .map(agent -> agent.by(Bearer.actor(request)))
            .orElseThrow(() -> Refused.field("agent", "the login of an open account", login));
  }
}
