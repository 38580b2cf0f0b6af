package dev.ebb.desk.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/**
 * One attempt to sign in, known only to the browser that made it.
 *
 * @param state comes back with the browser
 * @param nonce comes back in the ID token
 * @param verifier shows the provider that who asks for the token is who sent the browser
 */
public record Attempt(String state, String nonce, String verifier) {
  private static final String WORD = "[A-Za-z0-9_-]{16,128}";

  /** A new one. */
  public static Attempt begin() {
    return new Attempt(
        new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
  }

  @Override
  public String toString() {
    return state + "." + nonce + "." + verifier;
  }

  /** Reads what {@link #toString} wrote; null if the text is none. */
  public static Attempt parse(String text) {
    if (text == null || !text.matches(WORD + "\\." + WORD + "\\." + WORD)) {
      return null;
    }
    String[] parts = text.split("\\.", 3);
    return new Attempt(parts[0], parts[1], parts[2]);
  }
}
