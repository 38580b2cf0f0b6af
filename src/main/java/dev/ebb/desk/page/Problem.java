package dev.ebb.desk.page;

/**
 * Something that did not work.
 *
 * @param status of HTTP
 * @param kind missing, refused, failed or unreachable
 */
public record Problem(int status, String kind) {}
