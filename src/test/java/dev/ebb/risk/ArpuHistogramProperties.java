package dev.ebb.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ArpuHistogramProperties {

  @Property(seed = "1")
  void shouldLieAboveTheExactQuantileByAtMostAHundredAndTwentyEighth(
      @ForAll("spends") List<Long> spends, @ForAll @DoubleRange(max = 0.5) double share) {
    long exact = exactTopFrom(spends, share);

    assertThat((double) of(spends).topFrom(share))
        .isGreaterThanOrEqualTo(exact)
        .isLessThanOrEqualTo(exact * (1 + 1 / 128.0));
  }

  @Property(seed = "1")
  void shouldNotDependOnOrderNorOnWhoCounted(
      @ForAll("spends") List<Long> spends,
      @ForAll @IntRange(min = 1, max = 5) int tasks,
      @ForAll Random dice) {
    List<Long> shuffled = new ArrayList<>(spends);
    Collections.shuffle(shuffled, dice);
    List<ArpuHistogram> parts = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      parts.add(new ArpuHistogram());
    }
    shuffled.forEach(spend -> parts.get(dice.nextInt(tasks)).add(spend));
    ArpuHistogram sum = new ArpuHistogram();
    parts.forEach(part -> sum.add(ArpuHistogram.unpack(part.pack())));

    assertThat(sum.pack()).isEqualTo(of(spends).pack());
    assertThat(sum.customers()).isEqualTo(spends.size());
  }

  @Example
  void shouldLeaveOutATieThatIsTooLarge() {
    List<Long> spends = new ArrayList<>(Collections.nCopies(60, 4_800L));
    spends.addAll(Collections.nCopies(40, 12_800L));

    long from = of(spends).topFrom(.10);
    assertThat(from).isGreaterThan(12_800);
    assertThat(spends).noneMatch(spend -> spend >= from);
  }

  @Example
  void shouldNotTakeThoseWhoSpendNothingForTheTop() {
    assertThat(of(List.of(0L, -5L)).topFrom(.5)).isEqualTo(1);
    assertThat(new ArpuHistogram().topFrom(.5)).isEqualTo(1);
  }

  /** From the definition: the least amount that no more than this share of all reach. */
  private static long exactTopFrom(List<Long> spends, double share) {
    List<Long> candidates = new ArrayList<>(List.of(1L));
    spends.forEach(spend -> candidates.add(spend + 1));
    return candidates.stream()
        .filter(from -> from >= 1)
        .filter(
            from -> spends.stream().filter(spend -> spend >= from).count() <= share * spends.size())
        .min(Long::compare)
        .orElseThrow();
  }

  @Provide
  Arbitrary<List<Long>> spends() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(-100, 300),
            Arbitraries.longs().between(0, 50_000),
            Arbitraries.of(4_800L, 8_800L, 12_800L),
            Arbitraries.longs().between(0, 1_000_000_000_000L))
        .list()
        .ofMinSize(1)
        .ofMaxSize(120);
  }

  private static ArpuHistogram of(List<Long> spends) {
    ArpuHistogram histogram = new ArpuHistogram();
    spends.forEach(histogram::add);
    return histogram;
  }
}
