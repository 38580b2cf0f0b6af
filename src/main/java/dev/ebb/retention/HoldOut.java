package dev.ebb.retention;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;

/**
 * Whose cases are watched and not worked, so that it can be told what working them is worth. Who is
 * held out follows from the salt, the half-year and the customer alone, and changes each half-year.
 *
 * @param share of the customers, 0 to 0.5
 * @param salt another one holds out others
 */
public record HoldOut(double share, String salt) implements Serializable {

  /** Nobody. */
  public static final HoldOut NONE = new HoldOut(0, "");

  private static final double MOST = 0.5;
  private static final double STEP = 0x1.0p-53;

  public HoldOut {
    if (!(share >= 0 && share <= MOST)) {
      throw new IllegalArgumentException("share must be 0 to 0.5 but was " + share);
    }
  }

  /** Whether this customer is held out in the half-year of this day. */
  public boolean holds(String customerId, LocalDate day) {
    return share > 0 && draw(customerId, day) < share;
  }

  /** A number in [0, 1) that looks random. */
  private double draw(String customerId, LocalDate day) {
    int half = day.getMonthValue() <= 6 ? 1 : 2;
    String text = salt + '|' + day.getYear() + "H" + half + '|' + customerId;
    return (first64(text.getBytes(StandardCharsets.UTF_8)) >>> 11) * STEP;
  }

  private static long first64(byte[] text) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
