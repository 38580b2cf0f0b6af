package dev.ebb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.retention.StageChange;
import dev.ebb.risk.Stage;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StageLineTest {
  private static final long AT = Instant.parse("2026-03-11T18:13:00Z").toEpochMilli();
  private static final StageChange DECLINE =
      new StageChange("12345678945", Stage.CLIMAX, Stage.DECLINE, AT, "risk");

  @Test
  void shouldTellInBothLanguages() {
    assertThat(line(Language.EN).render(DECLINE))
        .isEqualTo("Thu 12 Mar 02:13  STAGE  12***45  C climax → D decline  by risk");
    assertThat(line(Language.ZH).render(DECLINE))
        .isEqualTo("3月12日周四 02:13  阶段  12***45  C 成熟期 → D 衰退期  风险所致");
  }

  @Test
  void shouldCallNothingNewsButDeclineAndExit() {
    assertThat(StageLine.isNews(DECLINE)).isTrue();
    assertThat(StageLine.isNews(change(Stage.EXIT, Stage.CLIMAX))).isTrue();
    assertThat(StageLine.isNews(change(Stage.ACQUISITION, Stage.BUILD_UP))).isFalse();
    assertThat(StageLine.isNews(change(null, Stage.DECLINE))).isFalse();
  }

  private static StageChange change(Stage from, Stage to) {
    return new StageChange("12345678945", from, to, AT, "age");
  }

  private static StageLine line(Language language) {
    return new StageLine(language, ZoneId.of("Asia/Shanghai"), new Paint(false));
  }
}
