package dev.ebb.desk.hook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where webhooks may go: to public addresses by HTTPS, so that nobody can make the desk knock at
 * doors of its own network; and wherever the settings name the host.
 */
public final class Reach {
  private static final int CARRIER_NAT = 100;
  private static final int LONGEST = 2_000;

  private final Set<String> trusted;

  /**
   * Public addresses, and these hosts.
   *
   * @param hosts names or addresses as they stand in URLs
   */
  public Reach(Iterable<String> hosts) {
    trusted =
        java.util.stream.StreamSupport.stream(hosts.spliterator(), false)
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Checks the form of an address; what it resolves to is looked at when something is sent.
   *
   * @throws IllegalArgumentException if nothing may be sent there
   */
  URI checked(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException malformed) {
      throw refused(url);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean isHttps = "https".equals(scheme);
    boolean isHttp = "http".equals(scheme) && uri.getHost() != null && isTrusted(uri.getHost());
    if (uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getFragment() != null
        || url.length() > LONGEST
        || !(isHttps || isHttp)) {
      throw refused(url);
    }
    return uri;
  }

  private static IllegalArgumentException refused(String url) {
    return new IllegalArgumentException(
        "url must be an https address, or http of a host in desk.api.webhook-hosts, but was "
            + url);
  }

  /** Whether this address of the host may be called. */
  boolean allows(String host, InetAddress address) {
    return isTrusted(host) || isPublic(address);
  }

  private boolean isTrusted(String host) {
    return trusted.contains(host.toLowerCase(Locale.ROOT));
  }

  private static boolean isPublic(InetAddress address) {
    return !(address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isReserved(address));
  }

  /** What the JDK does not count: carriers' own networks, benchmarks, IPv6's private ones. */
  private static boolean isReserved(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (address instanceof Inet4Address) {
      return first == 0
          || first >= 240
          || (first == CARRIER_NAT && second >= 64 && second < 128)
          || (first == 198 && (second == 18 || second == 19))
          || (first == 192 && second == 0 && bytes[2] == 0);
    }
    boolean isUniqueLocal = (first & 0xfe) == 0xfc;
    boolean isTranslated = first == 0 && second == 0x64;
    boolean isTunnelled = first == 0x20 && second == 0x02;
    return isUniqueLocal || isTranslated || isTunnelled;
  }
}
