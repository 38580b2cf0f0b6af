package dev.ebb.desk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x"})
  void shouldPutAnApostropheBeforeWhatMayBeAFormula(String text) {
    assertThat(SafeCell.of(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1=1", "13***78", " =1", "'=1", "ann@x", "a-b"})
  void shouldLeaveEverythingElse(String text) {
    assertThat(SafeCell.of(text)).isEqualTo(text);
  }
}
