package dev.ebb.desk.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\tx", "\r", "\nx", "＝1", "＠x"})
  void shouldPutAnApostropheBeforeWhatMayBeAFormula(String text) {
    assertThat(SafeCell.of(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x;=HYPERLINK(1) | x;'=HYPERLINK(1)",
        "a;b;+1;-2 | a;b;'+1;'-2",
        "x；＝1 | x；'＝1",
        "x;\"=1 | x;'\"=1",
        "=1;@x | '=1;'@x",
        "x\t=1 | x\t'=1"
      })
  void shouldDoSoWhereSomeSpreadsheetsSplit(String text, String safe) {
    assertThat(SafeCell.of(text)).isEqualTo(safe);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "silence;expiry-7-days", "1=1", "13***78", " =1", "'=1", "ann@x", "a-b"})
  void shouldLeaveEverythingElse(String text) {
    assertThat(SafeCell.of(text)).isEqualTo(text);
  }
}
