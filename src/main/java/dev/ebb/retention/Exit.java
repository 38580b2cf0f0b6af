package dev.ebb.retention;

import dev.ebb.event.Profile.Contact;
import dev.ebb.risk.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * An entry in the database of the departed.
 *
 * @param at when it became known, epoch milliseconds
 * @param how {@code left}, {@code cancelled}, {@code ported-out} or {@code silent}
 * @param windows the last use, up to the last active day
 * @param contact null where the profile has none or the customer opted out
 * @param winBack when to call back; not while a legal stop holds; empty for those who must not or
 *     need not be called
 */
public record Exit(
    String customerId,
    long at,
    String how,
    ExitCause cause,
    KnownBy knownBy,
    Value value,
    Windows windows,
    Contact contact,
    List<WinBack> winBack) {

  public Exit {
    winBack = List.copyOf(winBack);
  }

  /** How sure the cause is. The order is part of the state format: append only. */
  public enum KnownBy {
    /** It is not. */
    NOTHING,
    /** The event that ended the line says it. */
    EVENT,
    /** The signals of the case that was open point to it. */
    SIGNALS,
    /** The customer or the staff named it. */
    STATED;

    /** The word on the wire. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A day on which to call back, and by which playbook. */
  public record WinBack(LocalDate on, String playbook) {}

  /**
   * Sums over the last days of use.
   *
   * @param lastActiveOn the last day with an own action, or null
   * @param mou7 outgoing voice of the 7 days up to {@code lastActiveOn}, seconds
   * @param mou28 the same of 28 days
   * @param data7 bytes
   * @param spend7 minor units
   */
  public record Windows(
      LocalDate lastActiveOn,
      long mou7,
      long mou28,
      long data7,
      long data28,
      long spend7,
      long spend28) {}
}
