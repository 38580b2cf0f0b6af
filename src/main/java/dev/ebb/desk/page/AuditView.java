package dev.ebb.desk.page;

import java.util.List;

/**
 * The audit log.
 *
 * @param person whose entries are shown, as typed; empty: everybody's
 * @param kind of the entries that are shown; empty: all
 * @param day ISO date on which they were written; empty: any
 * @param people who can be asked for
 * @param older address of the entries before these; null: there are none
 * @param export address of all of them as CSV
 */
public record AuditView(
    String person,
    String kind,
    String day,
    List<String> people,
    List<Choice> kinds,
    List<Line> lines,
    String older,
    String export) {

  public AuditView {
    people = List.copyOf(people);
    kinds = List.copyOf(kinds);
    lines = List.copyOf(lines);
  }

  /** Whether not all entries are shown. */
  public boolean isFiltered() {
    return !person.isEmpty() || !kind.isEmpty() || !day.isEmpty();
  }

  /**
   * An entry.
   *
   * @param of what it was done to, as shown; or empty
   * @param href where that is shown, or null
   * @param isNumber whether it is a customer's number, masked
   */
  public record Line(
      String at,
      String who,
      String what,
      String of,
      String href,
      boolean isNumber,
      String detail) {}
}
