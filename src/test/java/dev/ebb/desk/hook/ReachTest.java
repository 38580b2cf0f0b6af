package dev.ebb.desk.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  private final Reach reach = new Reach(List.of("crm.internal"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1"
      })
  void shouldNotReachAddressesOfItsOwnNetwork(String address) throws UnknownHostException {
    assertThat(reach.allows("crm.example", InetAddress.getByName(address))).isFalse();
    assertThat(reach.allows("CRM.internal", InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
  void shouldReachPublicAddresses(String address) throws UnknownHostException {
    assertThat(reach.allows("crm.example", InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://crm.example/",
        "ftp://crm.internal/",
        "https://user:word@crm.example/",
        "https:///nowhere",
        "/relative",
        "https://crm.example/#part",
        "no url"
      })
  void shouldRefuseOtherAddresses(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reach.checked(url))
        .withMessageStartingWith("url must be an https address")
        .withMessageEndingWith(url);
  }

  @Test
  void shouldTakeHttpsAndTrustedHosts() {
    assertThat(reach.checked("https://crm.example:8443/ebb?x=1").getPort()).isEqualTo(8443);
    assertThat(reach.checked("http://crm.internal/ebb").getHost()).isEqualTo("crm.internal");
  }
}
