package dev.ebb.desk.people;

import dev.ebb.desk.store.Agent;

/**
 * Somebody who is signed in.
 *
 * @param csrf what every request that changes something must bring along
 */
public record Session(Agent agent, String csrf) {}
