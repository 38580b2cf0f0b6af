package dev.ebb.desk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorScreenTest {

  @ParameterizedTest
  @ValueSource(strings = {"/queue", "/queue?tier=gold&q=a+b", "/case/a-1"})
  void shouldGoBackToItsOwnPages(String back) {
    assertThat(DoorScreen.isLocal(back)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "queue", "//elsewhere", "/\\elsewhere", "https://elsewhere", "/a\r\nb"})
  void shouldGoNowhereElse(String back) {
    assertThat(DoorScreen.isLocal(back)).isFalse();
  }
}
