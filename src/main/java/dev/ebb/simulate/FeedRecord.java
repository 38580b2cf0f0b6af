package dev.ebb.simulate;

import dev.ebb.event.Feed;

/**
 * A record as a feed carries it.
 *
 * @param key the customer's id, or null where a broken record has none
 * @param value JSON in UTF-8 without line breaks, unless it is broken
 * @param emittedAt when it is sent, epoch milliseconds of the simulated time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FeedRecord(Feed feed, byte[] key, byte[] value, long emittedAt) {}
