package dev.ebb.desk.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import dev.ebb.desk.oidc.NotSignedIn.Why;
import dev.ebb.desk.store.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a role out of a claim.
 *
 * @param claim whose value is a text or a list of texts
 * @param roles the role for each text
 */
record Roles(String claim, Map<String, String> roles) {

  /** The highest role of those that the claim tells. */
  Role of(IDTokenClaimsSet claims) throws NotSignedIn {
    Object value = claims.getClaim(claim);
    Collection<?> said =
        value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
    return said.stream()
        .map(String::valueOf)
        .map(roles::get)
        .filter(Objects::nonNull)
        .map(Role::of)
        .max(Comparator.naturalOrder())
        .orElseThrow(
            () ->
                new NotSignedIn(Why.NO_ROLE, "the claim " + claim + " names no role of the desk"));
  }
}
