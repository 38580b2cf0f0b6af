package dev.ebb.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Usage records of a made-up operator in order of time, the same whenever they are asked for: each
 * customer has 20 events a day over all measures. One record in 1,000 is sent twice. One customer
 * in ten calls nobody any more after three fifths of the time, and another one is not heard of at
 * all.
 */
final class Traffic {
  static final int EVENTS_A_DAY = 20;
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final long START =
      LocalDate.of(2025, 1, 6).atStartOfDay(ZONE).toInstant().toEpochMilli();
  private static final long DAY_MILLIS = 86_400_000;
  private static final int FADING = 7;
  private static final int FALLING_SILENT = 3;
  private static final int ONE_IN = 10;
  private static final int REPEATED_EVERY = 1_000;
  private static final long STRIDE = Integer.MAX_VALUE;
  private static final String[] KINDS = {
    "data", "voice-out", "data", "voice-in", "voice-out", "data", "sms-out", "data", "voice-in",
    "voice-out", "data", "voice-in", "sms-in", "data", "voice-out", "data", "voice-in", "sms-out",
    "voice-out", "data"
  };

  private final long events;
  private final int customers;

  Traffic(long events, int customers) {
    this.events = events;
    this.customers = customers;
  }

  /** How many records there are. */
  long events() {
    return events;
  }

  /** Whom a record is about: everybody once in a round, each round in another order. */
  String customer(long record) {
    return "86" + (13_000_000_000L + number(original(record)));
  }

  /** When the last day of the records begins, epoch milliseconds. */
  long lastDayAt() {
    return at(events) - DAY_MILLIS;
  }

  /** Whether a customer stops to call, or to do anything. */
  static boolean falls(String customer) {
    long rest = Long.parseLong(customer) % ONE_IN;
    return rest == FADING || rest == FALLING_SILENT;
  }

  /** Whether a customer stops to do anything. */
  static boolean fallsSilent(String customer) {
    return Long.parseLong(customer) % ONE_IN == FALLING_SILENT;
  }

  /** A record as JSON, about 174 bytes long. */
  byte[] json(long record) {
    long event = original(record);
    long customer = number(event);
    long dice = mix(event);
    String kind = kind(event, customer);
    StringBuilder json = new StringBuilder(192);
    json.append("{\"id\":\"u").append(1_000_000_000L + event);
    json.append("\",\"customerId\":\"").append(customer(event));
    json.append("\",\"at\":\"").append(Instant.ofEpochMilli(at(event)));
    json.append("\",\"kind\":\"").append(kind);
    json.append("\",\"amount\":").append(amount(kind, dice));
    if (!kind.equals("data")) {
      json.append(",\"peer\":\"86").append(13_900_000_000L + customer * 10 % 90_000_000 + dice % 8);
      json.append("\",\"peerNetwork\":\"").append(dice % 3 == 0 ? "off-net" : "on-net").append('"');
    } else {
      json.append(",\"cell\":\"460-00-2")
          .append(1_000 + dice % 9_000)
          .append("-1\",\"rat\":\"nr\"");
    }
    json.append(",\"region\":\"0").append(570 + customer % 10).append("\"}");
    return json.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static long original(long record) {
    return record % REPEATED_EVERY == REPEATED_EVERY - 1 ? record - 1 : record;
  }

  private long number(long event) {
    return (event % customers * STRIDE + event / customers * 7_919) % customers;
  }

  private long at(long event) {
    return START + event * (DAY_MILLIS / EVENTS_A_DAY) / customers;
  }

  private String kind(long event, long customer) {
    boolean changed = event >= events / 5 * 3;
    boolean silent = changed && customer % ONE_IN == FALLING_SILENT;
    String kind = KINDS[(int) ((event / customers + customer) % KINDS.length)];
    boolean fading = changed && customer % ONE_IN == FADING && kind.equals("voice-out");
    return silent || fading ? "voice-in" : kind;
  }

  private static long amount(String kind, long dice) {
    return switch (kind) {
      case "data" -> 1_000_000 + dice % 9_000_000;
      case "sms-in", "sms-out" -> 1;
      default -> 100 + dice % 100;
    };
  }

  private static long mix(long value) {
    long mixed = (value + 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
    return (mixed ^ mixed >>> 31) >>> 1;
  }
}
