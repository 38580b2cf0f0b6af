package dev.ebb.retention;

import dev.ebb.event.Care;
import dev.ebb.event.Care.Kind;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * When the law forbids to keep a customer who is on the way to another operator. While a stop holds
 * nothing leaves that anybody may act upon.
 *
 * @param from what begins a stop
 * @param lapse how long it holds, 1 min to 365 d; null: until the customer is another one
 */
public record LegalStop(Trigger from, Duration lapse) implements Serializable {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  /** What begins a stop. */
  public enum Trigger {
    /** The customer asks for the code with which to take the number along. */
    PORT_OUT_REQUEST,
    /** Another carrier sends word; what it says may not be used either. */
    CARRIER_NOTICE
  }

  /** The shipped jurisdictions, as we understand their law. */
  public static final Map<String, LegalStop> SHIPPED =
      Map.of(
          "CN", new LegalStop(Trigger.PORT_OUT_REQUEST, Duration.ofHours(1)),
          "GB", new LegalStop(Trigger.PORT_OUT_REQUEST, Duration.ofDays(30)),
          "IN", new LegalStop(Trigger.PORT_OUT_REQUEST, Duration.ofDays(4)),
          "US", new LegalStop(Trigger.CARRIER_NOTICE, null));

  /** The jurisdiction that holds unless another is set. */
  public static final String DEFAULT_JURISDICTION = "CN";

  /** No stop holds. */
  public static final long NEVER = Long.MIN_VALUE;

  /** A stop that does not lapse. */
  static final long FOR_GOOD = Long.MAX_VALUE;

  public LegalStop {
    if (lapse != null && (lapse.compareTo(SHORTEST) < 0 || lapse.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException(
          "legal stop must lapse after 1 min to 365 d but was " + lapse);
    }
  }

  /** Until when this event forbids contact, epoch milliseconds; {@link #NEVER} if it does not. */
  public long until(Care care, long at) {
    boolean begins =
        switch (from) {
          case PORT_OUT_REQUEST -> care.kind() == Kind.PORT_OUT_REQUEST;
          case CARRIER_NOTICE -> isNotice(care);
        };
    if (!begins) {
      return NEVER;
    }
    return lapse == null ? FOR_GOOD : at + lapse.toMillis();
  }

  /** Whether signals may rest on this event. That a customer has left may always be recorded. */
  boolean allowsUseOf(Care care) {
    boolean departure = care.kind() == Kind.PORTED_OUT || care.kind() == Kind.CANCELLED;
    return from != Trigger.CARRIER_NOTICE || !isNotice(care) || departure;
  }

  private static boolean isNotice(Care care) {
    return care.source() == Care.Source.CARRIER;
  }
}
