package dev.ebb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryLineTest {

  private static final SummaryLine LINE = new SummaryLine(51_234.4, 1_234_567, 2_000, 31, 7);

  @Test
  void shouldGiveTheCountsInOneLine() {
    assertThat(LINE.render(Language.EN))
        .isEqualTo("51,234 events/s · 1,234,567 events · 2,000 customers · 31 alerts · 7 rejected");
  }

  @Test
  void shouldGiveThemInChinese() {
    assertThat(LINE.render(Language.ZH))
        .isEqualTo("每秒51,234条 · 事件1,234,567 · 客户2,000 · 预警31 · 拒收7");
  }
}
