package dev.ebb.desk.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.ebb.config.OidcSettings;
import dev.ebb.desk.oidc.NotSignedIn.Why;
import dev.ebb.desk.people.Identity;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * An OpenID Connect provider: the authorization code flow with PKCE, state and nonce. What it
 * offers is asked for when the first person signs in, so the desk starts without it.
 */
public final class Provider {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int MOST_BYTES = 256 * 1024;

  private final OidcSettings settings;
  private final String secret;
  private final Issuer issuer;
  private final ClientID client;
  private final Roles roles;
  private volatile OIDCProviderMetadata offered;

  /** The provider that the settings name. */
  public Provider(OidcSettings settings, String secret) {
    this.settings = settings;
    this.secret = secret;
    this.issuer = new Issuer(settings.issuer());
    this.client = new ClientID(settings.clientId());
    this.roles = new Roles(settings.roleClaim(), settings.roles());
  }

  /** Where to send the browser. */
  public URI begin(Attempt attempt, URI back) throws NotSignedIn {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, new Scope(settings.scopes().toArray(new String[0])), client, back)
        .endpointURI(offered().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Whom the provider vouches for.
   *
   * @param cameBack the parameters with which the browser came back
   * @param back as it was when the attempt began
   */
  public Identity finish(Attempt attempt, Map<String, List<String>> cameBack, URI back)
      throws NotSignedIn {
    try {
      AuthorizationCode code = code(attempt, cameBack, back);
      JWT token = token(code, attempt, back);
      IDTokenClaimsSet claims = validator(token).validate(token, new Nonce(attempt.nonce()));
      return new Identity(
          issuer.getValue(),
          claims.getSubject().getValue(),
          claims.getStringClaim("preferred_username"),
          claims.getStringClaim("name"),
          roles.of(claims));
    } catch (ParseException | IOException | BadJOSEException | JOSEException e) {
      throw new NotSignedIn(e);
    }
  }

  private AuthorizationCode code(Attempt attempt, Map<String, List<String>> cameBack, URI back)
      throws ParseException, NotSignedIn {
    AuthenticationResponse response = AuthenticationResponseParser.parse(back, cameBack);
    if (!new State(attempt.state()).equals(response.getState())) {
      throw new NotSignedIn(Why.FAILED, "the state is another attempt's");
    }
    if (response.getIssuer() != null && !issuer.equals(response.getIssuer())) {
      throw new NotSignedIn(Why.FAILED, "the answer is another issuer's");
    }
    if (!response.indicatesSuccess()) {
      throw new NotSignedIn(
          Why.FAILED, "the provider says " + response.toErrorResponse().getErrorObject());
    }
    return response.toSuccessResponse().getAuthorizationCode();
  }

  private JWT token(AuthorizationCode code, Attempt attempt, URI back)
      throws ParseException, IOException, NotSignedIn {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, back, new CodeVerifier(attempt.verifier()));
    HTTPRequest request =
        new TokenRequest.Builder(offered().getTokenEndpointURI(), authentication(), grant)
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(PATIENCE_MILLIS);
    request.setReadTimeout(PATIENCE_MILLIS);
    request.setFollowRedirects(false);
    TokenResponse response = OIDCTokenResponseParser.parse(request.send());
    if (!(response instanceof OIDCTokenResponse tokens)) {
      throw new NotSignedIn(
          Why.FAILED, "the provider says " + response.toErrorResponse().getErrorObject());
    }
    return tokens.getOIDCTokens().getIDToken();
  }

  private ClientAuthentication authentication() throws NotSignedIn {
    List<ClientAuthenticationMethod> methods = offered().getTokenEndpointAuthMethods();
    boolean isBasic =
        methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return isBasic
        ? new ClientSecretBasic(client, new Secret(secret))
        : new ClientSecretPost(client, new Secret(secret));
  }

  /** Only signatures by a key of the provider's are believed, none by the client's own secret. */
  private IDTokenValidator validator(JWT token) throws NotSignedIn, IOException {
    if (!(token.getHeader().getAlgorithm() instanceof JWSAlgorithm algorithm)
        || !JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
      throw new NotSignedIn(
          Why.FAILED, "the ID token is signed by " + token.getHeader().getAlgorithm());
    }
    return new IDTokenValidator(
        issuer,
        client,
        algorithm,
        offered().getJWKSetURI().toURL(),
        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES));
  }

  private OIDCProviderMetadata offered() throws NotSignedIn {
    OIDCProviderMetadata known = offered;
    if (known == null) {
      try {
        known = OIDCProviderMetadata.resolve(issuer, PATIENCE_MILLIS, PATIENCE_MILLIS);
        offered = known;
      } catch (GeneralException | IOException e) {
        throw new NotSignedIn(e);
      }
    }
    return known;
  }
}
