package dev.ebb.desk.people;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.security.SecureRandom;

/**
 * Passwords as bcrypt hashes.
 *
 * @param cost 4 to 31; each step doubles the time that a guess takes
 */
public record Passwords(int cost) {
  /** Takes a quarter of a second. */
  public static final Passwords STRONG = new Passwords(12);

  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;
  private static final Version VERSION = Version.VERSION_2A;

  /** What nobody's password hashes to: checking against it takes as long as against any other. */
  String nobody() {
    return "$2a$%02d$".formatted(cost) + "abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";
  }

  String hash(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "password must have %d to %d characters but had %d"
              .formatted(SHORTEST, LONGEST, password.length()));
    }
    return BCrypt.with(VERSION, new SecureRandom(), LongPasswordStrategies.hashSha512(VERSION))
        .hashToString(cost, password.toCharArray());
  }

  boolean matches(String password, String hash) {
    return BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
        .verify(password.toCharArray(), hash)
        .verified;
  }
}
