package dev.ebb.retention;

/** Why a case was raised again or closed, or a stage changed, as it stands on the wire. */
final class Reason {
  static final String NEW_SIGNAL = "new-signal";
  static final String HIGHER_BAND = "higher-band";
  static final String OVERDUE = "overdue";
  static final String DAILY = "daily";
  static final String RECOVERED = "recovered";
  static final String LATE_DATA = "late-data";
  static final String OPTED_OUT = "opted-out";
  static final String RULE_REMOVED = "rule-removed";
  static final String CONDITION = "condition";
  static final String EXPIRED = "expired";
  static final String ERASED = "erased";
  static final String RECYCLED = "recycled";

  static final String LEGAL_STOP = "legal-stop";
  static final String TREATED = "treated";
  static final String SNOOZE_OVER = "snooze-over";
  static final String CALLBACK_DUE = "callback-due";
  static final String NO_ANSWER = "no-answer";
  static final String UNREACHED = "unreached";
  static final String VERIFIED = "verified";
  static final String UNVERIFIED = "unverified";
  static final String CONFIRMED = "confirmed";

  static final String FIRST_SEEN = "first-seen";
  static final String AGE = "age";
  static final String RISK = "risk";
  static final String RETURNED = "returned";

  private Reason() {}
}
