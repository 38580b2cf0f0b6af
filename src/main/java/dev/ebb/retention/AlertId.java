package dev.ebb.retention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;

/** The id of a case: name-based (RFC 4122, version 5), so that a replay gives the same. */
final class AlertId {

  private static final UUID NAMESPACE = UUID.fromString("5e0f4f4e-0c0a-5d0b-9a55-6562622e6361");

  private AlertId() {}

  /**
   * The id of a customer's case.
   *
   * @param activatedOn first day on this number, or null if unknown
   */
  static String of(String customerId, LocalDate activatedOn, long caseNumber) {
    String activation = activatedOn == null ? "" : activatedOn.toString();
    return uuid(NAMESPACE, customerId + '|' + activation + '|' + caseNumber).toString();
  }

  static UUID uuid(UUID namespace, String name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .flip());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long most = (hash.getLong() & ~0xF000L) | 0x5000L;
    long least = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(most, least);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JRE has SHA-1", e);
    }
  }
}
