package dev.ebb.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.risk.Risk.Share;
import dev.ebb.signal.Family;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;

class RiskProperties {

  @Property(seed = "1")
  void isAChance(@ForAll("shares") List<Share> shares) {
    assertThat(Risk.of(shares)).isBetween(0.0, 1.0);
  }

  @Property(seed = "1")
  void growsWithEachStrength(
      @ForAll("shares") @NotEmpty List<Share> shares, @ForAll @DoubleRange(max = 1) double more) {
    Share first = shares.get(0);
    List<Share> stronger = new ArrayList<>(shares);
    stronger.set(
        0,
        new Share(
            first.family(),
            first.weight(),
            Math.max(first.strength(), more),
            first.ageMillis(),
            first.halfLife()));

    assertThat(Risk.of(stronger)).isGreaterThanOrEqualTo(Risk.of(shares) - 1e-12);
  }

  @Property(seed = "1")
  void isAtLeastItsStrongestSignal(@ForAll("shares") List<Share> shares) {
    double strongest = shares.stream().mapToDouble(Share::size).max().orElse(0);

    assertThat(Risk.of(shares)).isGreaterThanOrEqualTo(strongest - 1e-12);
  }

  @Provide
  Arbitrary<List<Share>> shares() {
    Arbitrary<Double> unit = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(
            Arbitraries.of(Family.class),
            unit,
            unit,
            Arbitraries.longs().between(0, Duration.ofDays(100).toMillis()))
        .as(
            (family, weight, strength, age) ->
                new Share(family, weight, strength, age, Duration.ofDays(14)))
        .list()
        .ofMaxSize(8);
  }
}
