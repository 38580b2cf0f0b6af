package dev.ebb.desk.store;

import org.jdbi.v3.core.Handle;

/** Forgets a person; cases, counts and outcomes stay, and name nobody. */
public final class Erasure {
  private static final String NOBODY = "erased";

  private Erasure() {}

  /** Forgets what belongs to this customer. */
  public static void of(Handle handle, String customerId) {
    forgetHashes(handle, customerId);
    for (String table : new String[] {"customers", "stages", "exits", "win_backs"}) {
      handle
          .createUpdate("delete from <table> where customer_id = :id")
          .define("table", table)
          .bind("id", customerId)
          .execute();
    }
    handle
        .createQuery("select alert_id from cases where customer_id = :id")
        .bind("id", customerId)
        .mapTo(String.class)
        .list()
        .forEach(alertId -> ofCase(handle, alertId));
  }

  /** What is kept by hash alone can no longer be traced either. */
  private static void forgetHashes(Handle handle, String customerId) {
    String hashes =
        """
        (select customer_hash from customers where customer_id = :id
          union select customer_hash from cases where customer_id = :id
          union select customer_hash from exits where customer_id = :id)
        """;
    for (String forget :
        new String[] {
          "update withheld set customer_hash = '' where customer_hash in ",
          "delete from never_call where customer_hash in "
        }) {
      handle.createUpdate(forget + hashes).bind("id", customerId).execute();
    }
  }

  /** Forgets whom this case was about. What has not been sent yet has nobody to go to any more. */
  static void ofCase(Handle handle, String alertId) {
    handle
        .createUpdate(
            """
            update cases set customer_id = :nobody, customer_hash = '', words = '', place = 'ended',
              holder = null, region = null, manager_id = null, why_en = null, why_zh = null,
              message = message - 'series' - 'signals' || '{"customerId": "***"}'
            where alert_id = :id
            """)
        .bind("id", alertId)
        .bind("nobody", NOBODY)
        .execute();
    handle
        .createUpdate("delete from deliveries where alert_id = :id")
        .bind("id", alertId)
        .execute();
    handle
        .createUpdate(
            """
            update outcomes set customer_id = :nobody, note = null, sent_at = coalesce(sent_at, at)
            where alert_id = :id
            """)
        .bind("id", alertId)
        .bind("nobody", NOBODY)
        .execute();
  }
}
