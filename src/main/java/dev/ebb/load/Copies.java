package dev.ebb.load;

import dev.ebb.desk.store.CustomerHash;
import dev.ebb.desk.store.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Makes more cases of those that the desk has taken over: the same reasons and days, other
 * customers and priorities.
 */
final class Copies {
  private static final int BATCH = 1_000;

  private static final String CUSTOMER =
      """
      insert into customers
      select (jsonb_populate_record(c, jsonb_build_object('customer_id', ?::text,
        'customer_hash', ?::bytea, 'household', ?::text))).*
      from customers c where customer_id = ?
      """;

  private static final String CASE =
      """
      insert into cases
      select (jsonb_populate_record(c, jsonb_build_object('alert_id', ?::text,
        'customer_id', n.customer, 'customer_hash', ?::bytea, 'priority', c.priority * ?::float8,
        'words', strip(c.words || to_tsvector('simple', right(n.customer, 4)))))).*
      from cases c, (select ?::text as customer) n where alert_id = ?
      """;

  private final Database.Access access;
  private final CustomerHash hash;
  private final LoadWatch watch;

  Copies(Database.Access access, CustomerHash hash, LoadWatch watch) {
    this.access = access;
    this.hash = hash;
    this.watch = watch;
  }

  /** Copies the first cases round and round, until there are so many in all. */
  void make(int originals, int all) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        PreparedStatement customer = connection.prepareStatement(CUSTOMER);
        PreparedStatement aCase = connection.prepareStatement(CASE)) {
      connection.setAutoCommit(false);
      for (int number = originals; number < all; number++) {
        copy(customer, aCase, number % originals, number);
        if (number % BATCH == 0 || number == all - 1) {
          customer.executeBatch();
          aCase.executeBatch();
          connection.commit();
          watch.at("copies", number + 1, all);
        }
      }
    }
  }

  private void copy(PreparedStatement customer, PreparedStatement aCase, int from, int to)
      throws SQLException {
    String id = CaseMaker.customer(to);
    customer.setString(1, id);
    customer.setBytes(2, hash.of(id));
    customer.setString(3, CaseMaker.household(to));
    customer.setString(4, CaseMaker.customer(from));
    customer.addBatch();
    aCase.setString(1, CaseMaker.alertId(to));
    aCase.setBytes(2, hash.of(id));
    aCase.setDouble(3, 0.8 + 0.4 * (to % 997) / 997);
    aCase.setString(4, id);
    aCase.setString(5, CaseMaker.alertId(from));
    aCase.addBatch();
  }
}
