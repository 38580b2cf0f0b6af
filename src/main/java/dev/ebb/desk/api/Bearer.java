package dev.ebb.desk.api;

import dev.ebb.desk.people.Tokens;
import dev.ebb.desk.people.Tokens.Token;
import dev.ebb.desk.web.ProblemDetails;
import io.javalin.http.Context;
import java.util.Optional;

/** Asks every request for its bearer token, and for the scope that the token must have. */
final class Bearer {
  private static final String SCHEME = "Bearer ";
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String TOKEN = "token";

  private final Tokens tokens;
  private final Throttle throttle;

  Bearer(Tokens tokens, Throttle throttle) {
    this.tokens = tokens;
    this.throttle = throttle;
  }

  /** Whose request this is. */
  static Token token(Context request) {
    return request.attribute(TOKEN);
  }

  /** By which name the audit log knows whoever has sent this request. */
  static String actor(Context request) {
    return "token:" + token(request).name();
  }

  /** Lets the request pass, or throws what it is refused with. */
  void admit(Context request, String scope) {
    Token token = find(request).orElseThrow(() -> unknown(request));
    long wait = throttle.take(token.name());
    if (wait > 0) {
      request.header("Retry-After", Long.toString(wait));
      throw new Refused(
          ProblemDetails.of(429, "too-many-requests", "This token has asked too often")
              .because("ask again in " + wait + " s"));
    }
    if (!token.scopes().contains(scope)) {
      request.header(CHALLENGE, "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
      throw new Refused(
          ProblemDetails.of(403, "scope", "This token does not allow it")
              .in("scope", scope, String.join(" ", token.scopes().stream().sorted().toList())));
    }
    request.attribute(TOKEN, token);
  }

  private Optional<Token> find(Context request) {
    String header = request.header("Authorization");
    return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.empty()
        : tokens.find(header.substring(SCHEME.length()).strip());
  }

  private static Refused unknown(Context request) {
    boolean isGiven = request.header("Authorization") != null;
    request.header(CHALLENGE, isGiven ? "Bearer error=\"invalid_token\"" : "Bearer");
    return new Refused(
        ProblemDetails.of(
            401, "unauthorized", "A bearer token is needed, see ./ebb desk add-token"));
  }
}
