package dev.ebb.desk.people;

import dev.ebb.desk.store.Role;

/**
 * Somebody whom a provider of identities vouches for.
 *
 * @param issuer the provider
 * @param subject names the person there, for good
 * @param login as the person would like to be called, or null
 * @param name as shown to colleagues, or null
 */
public record Identity(String issuer, String subject, String login, String name, Role role) {}
