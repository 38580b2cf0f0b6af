package dev.ebb.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.IndexEntry;
import dev.ebb.ledger.Measure;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // indexes by measure
class DownRegionsTest {
  private final DownRegions regions = new DownRegions();

  @Test
  void shouldCountRegionsByTheirLastClosedDay() {
    regions.closed("north", entry(1, Measure.VOICE_OUT, 0.19));
    regions.closed("south", entry(1, Measure.VOICE_OUT, 0));
    regions.closed("west", entry(1, Measure.VOICE_OUT, 0.2));
    assertThat(regions.count(Measure.VOICE_OUT)).isEqualTo(2);
    assertThat(regions.count(Measure.DATA)).isZero();

    regions.closed("north", entry(2, Measure.DATA, 0.1));
    assertThat(regions.count(Measure.VOICE_OUT)).isEqualTo(1);
    assertThat(regions.count(Measure.DATA)).isEqualTo(1);
  }

  @Test
  void shouldForgetARegionThatHasBecomeTooSmall() {
    regions.closed("north", entry(1, Measure.DATA, 0));
    regions.closed("north", null);

    assertThat(regions.count(Measure.DATA)).isZero();
  }

  private static IndexEntry entry(int day, Measure measure, double index) {
    double[] values = new double[Measure.COUNT];
    Arrays.fill(values, 1);
    values[measure.ordinal()] = index;
    return new IndexEntry("any", day, 500, values);
  }
}
