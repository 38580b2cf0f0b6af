package dev.ebb.desk.screen;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds an address. */
final class Address {
  private final StringBuilder address;
  private char before = '?';

  Address(String path) {
    this.address = new StringBuilder(path);
  }

  Address with(String name, String value) {
    address.append(before).append(name).append('=');
    address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    before = '&';
    return this;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
