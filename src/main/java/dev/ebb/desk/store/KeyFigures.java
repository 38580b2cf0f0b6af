package dev.ebb.desk.store;

import java.time.LocalDate;
import java.util.List;

/** The key figures that the job told, as they lie on the wire. */
public final class KeyFigures {
  private final Database database;

  /** The key figures in this database. */
  public KeyFigures(Database database) {
    this.database = database;
  }

  /**
   * A slice's figures of a day.
   *
   * @param cohort the date of the snapshot; null: all customers
   * @param json the message, see {@code docs/records.md}
   */
  public record Day(LocalDate day, LocalDate cohort, String json) {}

  /**
   * All customers and each cohort, without regard to tier and region, day by day.
   *
   * @param from the first day
   */
  public List<Day> since(LocalDate from) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    """
                    select day, cohort, figures::text as json from kpis
                    where day >= :from and tier is null and region is null
                    order by day, cohort nulls first
                    """)
                .bind("from", from)
                .map(
                    (row, context) ->
                        new Day(
                            row.getObject("day", LocalDate.class),
                            row.getObject("cohort", LocalDate.class),
                            row.getString("json")))
                .list());
  }
}
