package dev.ebb.event;

/**
 * Phone numbers as {@link Event#peer} holds them: their digits behind a one, so that leading zeros
 * and the length are kept and a prefix is a division by ten away. Other names of a party, such as
 * hashes, are negative there.
 */
public final class PhoneNumber {

  /** The most digits that are taken for a number. */
  public static final int LONGEST = 18;

  private static final long NONE = 0;

  private PhoneNumber() {}

  /** The number, perhaps behind a plus, or 0 if the text is no number. */
  public static long of(CharSequence text) {
    int from = !text.isEmpty() && text.charAt(0) == '+' ? 1 : 0;
    int digits = text.length() - from;
    if (digits < 1 || digits > LONGEST) {
      return NONE;
    }
    long number = 1;
    for (int i = from; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return NONE;
      }
      number = 10 * number + digit - '0';
    }
    return number;
  }

  /** Whether a peer is a number rather than another name. */
  public static boolean isNumber(long peer) {
    return peer >= 10;
  }

  /** The number without its last digit; less than 10 where none is left. */
  public static long shortened(long number) {
    return number / 10;
  }
}
