package dev.ebb.desk.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * The keyed hash under which a customer is found and compared, so that neither indexes nor rows of
 * those who are only counted hold a number. The key is made once and kept in the database.
 */
public final class CustomerHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String NAME = "customer-hash";
  private static final int BYTES = 16;

  private final SecretKeySpec key;

  CustomerHash(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The hash of this database.
   *
   * @param fresh becomes the key of a database that has none yet, 32 random bytes
   */
  public static CustomerHash of(Database database, byte[] fresh) {
    return database.transact(handle -> new CustomerHash(key(handle, fresh)));
  }

  private static byte[] key(Handle handle, byte[] fresh) {
    handle
        .createUpdate("insert into secrets values (:name, :value) on conflict do nothing")
        .bind("name", NAME)
        .bind("value", fresh)
        .execute();
    return handle
        .createQuery("select value from secrets where name = :name")
        .bind("name", NAME)
        .mapTo(byte[].class)
        .one();
  }

  /** The hash, 16 bytes; spaces, dashes and a leading plus of a number do not matter. */
  public byte[] of(String customerId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal(plain(customerId).getBytes(StandardCharsets.UTF_8));
      return java.util.Arrays.copyOf(hash, BYTES);
    } catch (GeneralSecurityException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }

  private static String plain(String customerId) {
    String text = customerId.replaceAll("[\\s().-]", "");
    return text.startsWith("+") ? text.substring(1) : text;
  }
}
