/** Signing in at an OpenID Connect provider; alone knows its library. */
package dev.ebb.desk.oidc;
