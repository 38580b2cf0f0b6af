package dev.ebb.desk.store;

import dev.ebb.codec.CaseJson;
import dev.ebb.event.Profile;
import dev.ebb.retention.CaseMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Single cases, with all that belongs to them. */
public final class Cases {
  private static final String ONE =
      "select " + CaseRows.COLUMNS + " from cases c where c.alert_id = :id";
  private static final String NEWEST_FIRST = " order by c.opened_at desc, c.alert_id limit 50";

  private static final int TRACE_BYTES = 4;

  private final Database database;
  private final Clocks clocks;
  private final CustomerHash hash;

  /** The cases in this database. */
  public Cases(Database database, Clocks clocks, CustomerHash hash) {
    this.database = database;
    this.clocks = clocks;
    this.hash = hash;
  }

  /** The case as lists show it. */
  public Optional<CaseCard> card(String alertId) {
    return database.transact(handle -> card(handle, alertId));
  }

  /** These cases as lists show them, in no particular order; without those that there are not. */
  public List<CaseCard> cards(List<String> alertIds) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select " + CaseRows.COLUMNS + " from cases c where c.alert_id = any(:ids)")
                .bindArray("ids", String.class, alertIds)
                .map((row, context) -> CaseRows.card(row))
                .list());
  }

  /** The case with all that is known of it. */
  public Optional<CaseView> view(String alertId) {
    return database.transact(handle -> card(handle, alertId).map(card -> view(handle, card)));
  }

  /**
   * All cases of a customer, newest first: for a call that comes in, and for searching.
   *
   * @param number as it was dialled or typed; it is hashed and kept nowhere
   */
  public List<CaseCard> ofCustomer(String number) {
    return database.transact(
        handle ->
            handle
                .createQuery(
                    "select "
                        + CaseRows.COLUMNS
                        + " from cases c where c.customer_hash = :hash"
                        + NEWEST_FIRST)
                .bind("hash", hash.of(number))
                .map((row, context) -> CaseRows.card(row))
                .list());
  }

  /** What the audit log may hold of a number that was searched for: 8 hexadecimal digits. */
  public String traceOf(String number) {
    return HexFormat.of().formatHex(hash.of(number), 0, TRACE_BYTES);
  }

  /**
   * What is known of a customer who perhaps has no case.
   *
   * @param number as it was dialled or typed
   */
  public Optional<Profile> profileOf(String number) {
    return database.transact(
        handle ->
            handle
                .createQuery("select profile from customers where customer_hash = :hash limit 1")
                .bind("hash", hash.of(number))
                .mapTo(String.class)
                .findOne()
                .map(ProfileJson::read));
  }

  /**
   * The customer's whole number; who has seen it is written down.
   *
   * @param why what it was needed for, such as {@code call}
   */
  public Optional<String> reveal(String alertId, Agent agent, String why) {
    return database.transact(
        handle -> {
          Optional<String> number =
              handle
                  .createQuery("select customer_id from cases where alert_id = :id")
                  .bind("id", alertId)
                  .mapTo(String.class)
                  .findOne();
          if (number.isPresent()) {
            Audit.note(handle, clocks.wallNow(), agent.actor(), "reveal", alertId, agent.told(why));
          }
          return number;
        });
  }

  static Optional<CaseCard> card(Handle handle, String alertId) {
    return handle
        .createQuery(ONE)
        .bind("id", alertId)
        .map((row, context) -> CaseRows.card(row))
        .findOne();
  }

  /** The case, which nobody else can change until the transaction ends. */
  static Optional<CaseCard> locked(Handle handle, String alertId) {
    return handle
        .createQuery(ONE + " for update")
        .bind("id", alertId)
        .map((row, context) -> CaseRows.card(row))
        .findOne();
  }

  private CaseView view(Handle handle, CaseCard card) {
    CaseMessage message = message(handle, card.alertId());
    return new CaseView(
        card,
        message,
        Courses.of(handle, message),
        profile(handle, card.alertId()),
        Timeline.of(handle, card.alertId()),
        related(
            handle,
            card,
            """
            c.alert_id <> :id
              and c.customer_id = (select customer_id from cases where alert_id = :id)
            """),
        related(
            handle,
            card,
            """
            c.place <> 'ended' and c.customer_id in (
              select other.customer_id from cases own
              join customers me on me.customer_id = own.customer_id
              join customers other
                on other.household = me.household and other.customer_id <> me.customer_id
              where own.alert_id = :id)
            """),
        Timeline.undoable(handle, card, clocks.wallNow()));
  }

  private static CaseMessage message(Handle handle, String alertId) {
    String json =
        handle
            .createQuery("select message from cases where alert_id = :id")
            .bind("id", alertId)
            .mapTo(String.class)
            .one();
    try {
      return CaseJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }

  static Profile profile(Handle handle, String alertId) {
    return handle
        .createQuery(
            "select profile from customers join cases using (customer_id) where alert_id = :id")
        .bind("id", alertId)
        .mapTo(String.class)
        .findOne()
        .map(ProfileJson::read)
        .orElse(null);
  }

  private static List<CaseCard> related(Handle handle, CaseCard card, String where) {
    return handle
        .createQuery("select " + CaseRows.COLUMNS + " from cases c where " + where + NEWEST_FIRST)
        .bind("id", card.alertId())
        .map((row, context) -> CaseRows.card(row))
        .list();
  }
}
