package dev.ebb.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signing in to the desk at an OpenID Connect provider. The client's secret is not among the
 * settings: it comes from a file or from the environment.
 *
 * @param issuer of the provider, or null: nobody signs in elsewhere
 * @param clientId by which the provider knows the desk
 * @param credentialFile holds the client's secret, or null: it is in the environment
 * @param scopes asked for
 * @param roleClaim of the ID token, a text or a list of texts, that tells the role
 * @param roles what the claim says, and the desk's role for it: agent, lead or admin
 * @param localSignIn whether people can still sign in by a password of the desk
 */
public record OidcSettings(
    URI issuer,
    String clientId,
    Path credentialFile,
    List<String> scopes,
    String roleClaim,
    Map<String, String> roles,
    boolean localSignIn) {
  private static final List<String> ROLES = List.of("agent", "lead", "admin");
  private static final String OPENID = "openid";

  /** The shipped values. */
  public static final OidcSettings DEFAULT =
      new OidcSettings(
          null,
          "ebb-desk",
          null,
          List.of(OPENID, "profile"),
          "roles",
          Map.of("ebb-agent", "agent", "ebb-lead", "lead", "ebb-admin", "admin"),
          true);

  public OidcSettings {
    Checks.filled("client-id", clientId);
    Checks.filled("role-claim", roleClaim);
    if (!scopes.contains(OPENID)) {
      throw new IllegalArgumentException("scopes must contain openid but were " + scopes);
    }
    roles.forEach(
        (said, role) -> {
          if (!ROLES.contains(role)) {
            throw new IllegalArgumentException(
                "roles.%s must be agent, lead or admin but was %s".formatted(said, role));
          }
        });
    if (issuer == null && !localSignIn) {
      throw new IllegalArgumentException(
          "local-sign-in must be true without an issuer but was false");
    }
    scopes = List.copyOf(scopes);
    roles = Map.copyOf(roles);
  }

  /** Whether people sign in there. */
  public boolean isOn() {
    return issuer != null;
  }

  static OidcSettings read(Section section, Path folder) {
    URI issuer =
        section.scalar(
            "issuer",
            null,
            OidcSettings::issuer,
            "must be an https address such as https://id.example/staff");
    String clientId = section.text("client-id", DEFAULT.clientId);
    Path credentialFile =
        section.scalar("client-secret-file", null, folder::resolve, "must be a file");
    List<String> scopes = section.texts("scopes", DEFAULT.scopes);
    String roleClaim = section.text("role-claim", DEFAULT.roleClaim);
    Map<String, String> roles = new LinkedHashMap<>(section.map("roles"));
    boolean localSignIn = section.flag("local-sign-in", DEFAULT.localSignIn);
    return section.build(
        () ->
            new OidcSettings(
                issuer,
                clientId,
                credentialFile,
                scopes,
                roleClaim,
                roles.isEmpty() ? DEFAULT.roles : roles,
                localSignIn));
  }

  /** Over HTTPS, or on this machine. */
  private static URI issuer(String text) {
    return text.matches(
            "https://[^/?#]+[^?#]*|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/[^?#]*)?")
        ? URI.create(text)
        : null;
  }
}
