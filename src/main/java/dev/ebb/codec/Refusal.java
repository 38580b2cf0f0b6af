package dev.ebb.codec;

import dev.ebb.event.RejectReason;
import java.util.Set;

/**
 * Why a record cannot be read. The message names field, bound and value; values are shortened, and
 * those that tell who somebody is are masked.
 */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 64;
  private static final Set<String> PERSONAL =
      Set.of("customerId", "peer", "key", "household", "id", "account.groupId");

  private final RejectReason reason;

  Refusal(RejectReason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  RejectReason reason() {
    return reason;
  }

  static Refusal missing(String field) {
    return new Refusal(RejectReason.MISSING_FIELD, field + " is missing");
  }

  static Refusal wrong(String field, String bound, String met) {
    return of(RejectReason.WRONG_FIELD, field, bound, met);
  }

  static Refusal of(RejectReason reason, String field, String bound, String met) {
    return new Refusal(reason, field + " must be " + bound + " but was " + shown(field, met));
  }

  static Refusal tooLong(String field, int most, String unit, long met) {
    return new Refusal(
        RejectReason.TOO_LONG,
        field + " must be at most " + most + " " + unit + " but was " + met + " " + unit);
  }

  private static String shown(String field, String met) {
    if (PERSONAL.contains(field)) {
      return Masking.masked(met);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(met.length(), SHOWN); i++) {
      char c = met.charAt(i);
      text.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return met.length() > SHOWN ? text.append("...").toString() : text.toString();
  }
}
