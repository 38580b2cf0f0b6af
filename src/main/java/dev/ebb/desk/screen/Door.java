package dev.ebb.desk.screen;

import dev.ebb.desk.oidc.Provider;
import dev.ebb.desk.page.SignInView;
import java.net.URI;

/**
 * How people come in.
 *
 * @param hint for those who sign in, or null
 * @param provider who vouches for people, or null
 * @param isLocal whether people come in by a password of the desk
 * @param publicUrl where browsers find the desk, or null: where they ask
 */
public record Door(String hint, Provider provider, boolean isLocal, URI publicUrl) {

  /** By passwords alone. */
  public static Door local(String hint) {
    return new Door(hint, null, true, null);
  }

  SignInView view(String login, String failure) {
    return new SignInView(login, "/next", failure, hint, isLocal, provider != null);
  }
}
