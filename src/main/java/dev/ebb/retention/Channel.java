package dev.ebb.retention;

import java.util.Locale;

/** A way to a customer, or a customer's way to us. */
public enum Channel {
  ACCOUNT_MANAGER,
  COMMUNITY_MANAGER,
  HOTLINE,
  SHOP,
  AGENT_STORE,
  SMS,
  APP,
  WEB,
  /** Only if the customer comes by themselves. */
  INBOUND;

  /** The word on the wire, in profiles and in playbooks. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it takes nobody's time. */
  public boolean isSelfService() {
    return this == SMS || this == APP || this == WEB;
  }

  /** The channel of this word, or null for null and for a word that Ebb does not know. */
  public static Channel of(String label) {
    for (Channel channel : values()) {
      if (channel.label().equals(label)) {
        return channel;
      }
    }
    return null;
  }
}
