package dev.ebb.signal;

import java.util.Set;

/** Attributes of care events that detectors read; {@code docs/records.md} tells feeds of them. */
final class Attributes {

  /** On a complaint, a dispute and what resolves them. */
  static final String TICKET = "ticket";

  /** On a fault or dropped call: the area's incident that it belongs to. */
  static final String INCIDENT = "incident";

  static final Set<String> READ = Set.of(TICKET, INCIDENT);

  private static final int LONGEST = 64;

  private Attributes() {}

  static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }

  static boolean isOfAnIncident(CareLog.Note note) {
    return !note.attribute(INCIDENT).isEmpty();
  }
}
