package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IndexBuilderTest {

  private final IndexBuilder builder = new IndexBuilder("north", 200);

  @Test
  void shouldBeOneUntilTwoWeeksAreKnown() {
    builder.addCustomers(0, 1_000);
    for (int day = 0; day < 14; day++) {
      assertThat(closeWith(day, 100 + 50 * day).of(Measure.VOICE_OUT)).isEqualTo(1.0);
    }

    assertThat(closeWith(14, 250).of(Measure.VOICE_OUT))
        .isCloseTo(250 / ((100 + 450) / 2.0), within(1e-9));
  }

  @Test
  void shouldCompareWithSameWeekdayOfFourWeeks() {
    weeks(6, 1_000);

    assertThat(closeWith(42, 500).of(Measure.VOICE_OUT)).isCloseTo(.5, within(1e-9));
    assertThat(closeWith(43, 1_000).of(Measure.VOICE_OUT)).isCloseTo(1, within(1e-9));
  }

  @Test
  void shouldNotMistakeGrowthOfTheBaseForGrowthOfUse() {
    weeks(6, 1_000);
    builder.addCustomers(42, 1_000);

    assertThat(closeWith(42, 2_000).of(Measure.VOICE_OUT)).isCloseTo(1, within(1e-9));
  }

  @Test
  void shouldNotMeasureAgainstDaysOnWhichTheFeedWasDown() {
    weeks(6, 1_000);

    assertThat(closeWith(42, 0).of(Measure.VOICE_OUT)).isZero();
    for (int day = 43; day < 49; day++) {
      closeWith(day, 1_000);
    }

    assertThat(closeWith(49, 1_000).of(Measure.VOICE_OUT)).isCloseTo(1, within(1e-9));
  }

  @Test
  void shouldMakeNoEntryForFewCustomers() {
    builder.addCustomers(0, 199);
    assertThat(closeWith(0, 10)).isNull();

    builder.addCustomers(1, 1);

    assertThat(closeWith(1, 10).customers()).isEqualTo(200);
  }

  @Test
  void shouldLeaveOutUseOfClosedDay() {
    weeks(6, 1_000);
    builder.add(41, Measure.VOICE_OUT, 1_000_000);

    assertThat(builder.close(41)).isNull();
    assertThat(builder.close(48).of(Measure.VOICE_OUT)).isZero();
  }

  @Test
  void shouldGoOnFromPackedDays() {
    weeks(6, 1_000);
    builder.add(42, Measure.VOICE_OUT, 250);
    IndexBuilder restored = IndexBuilder.unpack("north", 200, builder.pack());

    assertThat(restored.close(42).index()).isEqualTo(builder.close(42).index());
    assertThat(restored.pack()).isEqualTo(builder.pack());
  }

  @Test
  void shouldFallBackFromRegionToNetworkToOne() {
    IndexTable table = new IndexTable();
    table.put(entry("north", 10, .5));
    table.put(entry(null, 10, .8));
    table.put(entry(null, 11, .1));

    assertThat(table.of("north", 10, Measure.DATA)).isEqualTo(.5);
    assertThat(table.of("south", 10, Measure.DATA)).isEqualTo(.8);
    assertThat(table.of(null, 10, Measure.DATA)).isEqualTo(.8);
    assertThat(table.of("north", 12, Measure.DATA)).isEqualTo(1);
    assertThat(table.of("north", 10 + 128, Measure.DATA)).isEqualTo(1);
    assertThat(table.in("north").isDown(11, Measure.DATA)).isTrue();
    assertThat(table.in("north").sum(10, 12, Measure.DATA)).isCloseTo(1.6, within(1e-9));
  }

  private void weeks(int weeks, long use) {
    builder.addCustomers(0, 1_000);
    for (int day = 0; day < 7 * weeks; day++) {
      closeWith(day, use);
    }
  }

  private IndexEntry closeWith(int day, long use) {
    builder.add(day, Measure.VOICE_OUT, use);
    return builder.close(day);
  }

  private static IndexEntry entry(String region, int day, double value) {
    double[] index = new double[Measure.COUNT];
    Arrays.fill(index, value);
    return new IndexEntry(region, day, 1_000, index);
  }
}
