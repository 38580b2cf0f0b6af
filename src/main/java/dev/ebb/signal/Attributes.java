package dev.ebb.signal;

import java.util.Set;

/** Attributes of care events that detectors read; {@code docs/records.md} tells feeds of them. */
final class Attributes {

  /** On a complaint, a dispute and what resolves them. */
  static final String TICKET = "ticket";

  /** On a fault or dropped call: the area's incident that it belongs to. */
  static final String INCIDENT = "incident";

  /** On a forwarding: which calls. */
  static final String CONDITION = "condition";

  /** On a forwarding: where to. */
  static final String NETWORK = "network";

  /** On a change of plan, minor units. */
  static final String OLD_FEE = "oldMonthlyFee";

  /** On a change of plan, minor units. */
  static final String NEW_FEE = "newMonthlyFee";

  /** On a barring. */
  static final String REASON = "reason";

  /** On a barring. */
  static final String OVERDUE_DAYS = "overdueDays";

  /** On a contact with a competitor: how often that day, where more than once. */
  static final String TIMES = "times";

  static final Set<String> READ =
      Set.of(TICKET, INCIDENT, CONDITION, NETWORK, OLD_FEE, NEW_FEE, REASON, OVERDUE_DAYS, TIMES);

  private static final int LONGEST = 64;

  private Attributes() {}

  static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }

  static boolean isOfAnIncident(CareLog.Note note) {
    return !note.attribute(INCIDENT).isEmpty();
  }

  /** A whole number of at least 0; -1 where the attribute is absent or something else. */
  static long number(CareLog.Note note, String name) {
    String text = note.attribute(name);
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
  }
}
