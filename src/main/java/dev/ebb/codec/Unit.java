package dev.ebb.codec;

import dev.ebb.event.EventKind;
import dev.ebb.event.RejectReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What a column of a mapped feed is measured in. Decimals are allowed and rounded half up to whole
 * seconds, messages, bytes or minor units. {@code kB}, {@code MB}, {@code GB} are powers of 1,000,
 * {@code KiB}, {@code MiB}, {@code GiB} of 1,024.
 */
public enum Unit {
  SECOND("s", Dimension.TIME, 1),
  MINUTE("min", Dimension.TIME, 60),
  HOUR("h", Dimension.TIME, 3_600),
  MESSAGE("messages", Dimension.COUNT, 1),
  BYTE("B", Dimension.DATA, 1),
  KILOBYTE("kB", Dimension.DATA, 1_000),
  MEGABYTE("MB", Dimension.DATA, 1_000_000),
  GIGABYTE("GB", Dimension.DATA, 1_000_000_000),
  KIBIBYTE("KiB", Dimension.DATA, 1L << 10),
  MEBIBYTE("MiB", Dimension.DATA, 1L << 20),
  GIBIBYTE("GiB", Dimension.DATA, 1L << 30),
  /** Whole units of the currency, such as yuan. */
  MAJOR("1", Dimension.MONEY, 100),
  /** Minor units of the currency, such as fen. */
  MINOR("0.01", Dimension.MONEY, 1);

  /** The units by their words in a mapping file. */
  public static final Map<String, Unit> WORDS = Words.of(values(), Unit::label);

  private static final int LONGEST = 64;
  private static final int MOST_DIGITS = 40;

  private final String label;
  private final Dimension dimension;
  private final long factor;

  private enum Dimension {
    TIME,
    COUNT,
    DATA,
    MONEY
  }

  Unit(String label, Dimension dimension, long factor) {
    this.label = label;
    this.dimension = dimension;
    this.factor = factor;
  }

  /** The word in a mapping file. */
  public String label() {
    return label;
  }

  /** Whether events of this kind are measured so. */
  public boolean fits(EventKind kind) {
    Dimension of =
        switch (kind) {
          case VOICE_OUT, VOICE_IN -> Dimension.TIME;
          case SMS_OUT, SMS_IN -> Dimension.COUNT;
          case DATA -> Dimension.DATA;
          case CHARGE, TOPUP, BILL, PAYMENT, REFUND -> Dimension.MONEY;
          case PROFILE, ERASE, CARE, OUTCOME -> null;
        };
    return dimension == of;
  }

  /** Seconds, messages, bytes or minor units. */
  long amount(String field, String text) throws Refusal {
    BigDecimal number = decimal(field, text);
    if (number.signum() < 0) {
      throw Refusal.of(RejectReason.NEGATIVE, field, "0 or more", text);
    }
    int magnitude = number.precision() - number.scale();
    if (number.signum() != 0 && magnitude > MOST_DIGITS) {
      throw Refusal.of(RejectReason.OVERFLOW, field, "at most " + Limits.AMOUNT, text);
    }
    // Spares the exact arithmetic a number such as 1e-999999999.
    if (number.signum() == 0 || magnitude < -MOST_DIGITS) {
      return 0;
    }
    BigDecimal whole =
        number.multiply(BigDecimal.valueOf(factor)).setScale(0, RoundingMode.HALF_UP);
    if (whole.compareTo(BigDecimal.valueOf(Limits.AMOUNT)) > 0) {
      throw Refusal.of(RejectReason.OVERFLOW, field, "at most " + Limits.AMOUNT, text);
    }
    return whole.longValueExact();
  }

  private static BigDecimal decimal(String field, String text) throws Refusal {
    if (text.length() > LONGEST) {
      throw Refusal.tooLong(field, LONGEST, "characters", text.length());
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException malformed) {
      throw Refusal.wrong(field, "a number", text);
    }
  }
}
