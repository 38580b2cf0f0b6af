package dev.ebb.desk.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows who has sent a delivery, when, and that nobody has changed it. */
final class Signature {
  static final String HEADER = "Ebb-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** {@code t=SECONDS,v1=HEX}: the HMAC of the seconds, a dot and the body. */
  static String of(byte[] secret, Instant at, String body) {
    String signed = at.getEpochSecond() + "." + body;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] sum = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }
}
