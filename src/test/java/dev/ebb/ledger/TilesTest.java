package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TilesTest {
  private static final int FIRST = 20_000;
  private static final int DAYS = 10;

  private final Tiles tiles = new Tiles(FIRST, DAYS);

  @Test
  void shouldGrowToADayAfterTheLast() {
    tiles.add(FIRST + DAYS - 1, Measure.VOICE_OUT, 30);
    tiles.add(FIRST + DAYS, Measure.VOICE_OUT, 60);

    assertThat(tiles.sum(FIRST, FIRST + DAYS, Measure.VOICE_OUT)).isEqualTo(90);
    assertThat(tiles.sum(FIRST + DAYS, Measure.VOICE_OUT)).isEqualTo(60);
  }

  @Test
  void shouldGrowToADayBeforeTheFirst() {
    tiles.add(FIRST, Measure.SPEND, -30);
    tiles.add(FIRST - 5, Measure.SPEND, 10);

    assertThat(tiles.sum(FIRST - 5, Measure.SPEND)).isEqualTo(10);
    assertThat(tiles.sum(FIRST, Measure.SPEND)).isEqualTo(-30);
  }
}
