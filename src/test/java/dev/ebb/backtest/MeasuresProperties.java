package dev.ebb.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.backtest.Measures.AtHorizon;
import dev.ebb.risk.Tier;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

/** The measures against the plain definition, computed pair by pair. */
class MeasuresProperties {
  private static final int LAST_DAY = 60;
  private static final int STAYS = 1_000;
  private static final Offset<Double> EXACT = within(1e-9);

  /** A customer with the day of leaving, {@link #STAYS} for never, and the risk of each day. */
  record Life(int leaves, List<Integer> percents) {
    Horizon.Fate fate(int day, int horizon) {
      if (leaves <= day) {
        return Horizon.Fate.UNKNOWN;
      }
      if (leaves <= day + horizon) {
        return Horizon.Fate.LEAVES;
      }
      return leaves == STAYS && day + horizon > LAST_DAY
          ? Horizon.Fate.UNKNOWN
          : Horizon.Fate.STAYS;
    }
  }

  private record Judged(double risk, boolean leaves) {}

  @Provide
  Arbitrary<List<Life>> lives() {
    Arbitrary<Integer> leaves =
        Arbitraries.oneOf(Arbitraries.integers().between(0, LAST_DAY), Arbitraries.just(STAYS));
    Arbitrary<List<Integer>> percents =
        Arbitraries.integers().between(0, 100).list().ofSize(LAST_DAY + 1);
    return Combinators.combine(leaves, percents).as(Life::new).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 100, seed = "1")
  void shouldRankCustomerDaysAsPairByPair(@ForAll("lives") List<Life> lives) {
    Measures measures = measured(lives);

    for (AtHorizon at : measures.parts().get(Slice.ALL).horizons()) {
      List<Judged> judged = judged(lives, at.days());
      long positives = judged.stream().filter(Judged::leaves).count();
      assertThat(at.customerDays()).isEqualTo(judged.size());
      if (positives > 0 && positives < judged.size()) {
        assertThat(at.baseRate()).isCloseTo((double) positives / judged.size(), EXACT);
        assertThat(at.auc()).isCloseTo(auc(judged), EXACT);
        double hits = hitsAmongTop(judged);
        assertThat(at.top().recall()).isCloseTo(hits / positives, EXACT);
        assertThat(at.top().precision()).isCloseTo(hits / (0.1 * judged.size()), EXACT);
      }
    }
  }

  @Property(tries = 50, seed = "1")
  void shouldNotDependOnTheOrderOfDays(@ForAll("lives") List<Life> lives) {
    Measuring backwards = new Measuring(truth(lives), LAST_DAY);
    for (int customer = lives.size() - 1; customer >= 0; customer--) {
      for (int day = LAST_DAY; day >= 0; day--) {
        add(backwards, lives, customer, day);
      }
    }

    assertThat(backwards.result()).isEqualTo(measured(lives));
  }

  private static Measures measured(List<Life> lives) {
    Measuring measuring = new Measuring(truth(lives), LAST_DAY);
    for (int day = 0; day <= LAST_DAY; day++) {
      for (int customer = 0; customer < lives.size(); customer++) {
        add(measuring, lives, customer, day);
      }
    }
    return measuring.result();
  }

  private static void add(Measuring measuring, List<Life> lives, int customer, int day) {
    double risk = lives.get(customer).percents().get(day) / 100.0;
    measuring.day("customer-" + customer, day, risk, Tier.STANDARD);
  }

  private static Truth truth(List<Life> lives) {
    Map<String, Departure> departures = new HashMap<>();
    for (int customer = 0; customer < lives.size(); customer++) {
      if (lives.get(customer).leaves() != STAYS) {
        departures.put("customer-" + customer, new Departure(lives.get(customer).leaves(), "x"));
      }
    }
    return new Truth(departures, Map.of());
  }

  private static List<Judged> judged(List<Life> lives, int horizon) {
    return lives.stream()
        .<Judged>mapMulti(
            (life, judged) -> {
              for (int day = 0; day <= LAST_DAY; day++) {
                Horizon.Fate fate = life.fate(day, horizon);
                if (fate != Horizon.Fate.UNKNOWN) {
                  double risk = life.percents().get(day) / 100.0;
                  judged.accept(new Judged(risk, fate == Horizon.Fate.LEAVES));
                }
              }
            })
        .toList();
  }

  private static double auc(List<Judged> judged) {
    double above = 0;
    long pairs = 0;
    for (Judged leaver : judged) {
      for (Judged stayer : judged) {
        if (leaver.leaves() && !stayer.leaves()) {
          pairs++;
          above += leaver.risk() > stayer.risk() ? 1 : leaver.risk() == stayer.risk() ? 0.5 : 0;
        }
      }
    }
    return above / pairs;
  }

  /** Sorted by risk; at the limit the equal ones share the room that is left. */
  private static double hitsAmongTop(List<Judged> judged) {
    List<Judged> sorted =
        judged.stream().sorted(Comparator.comparingDouble(Judged::risk).reversed()).toList();
    double room = 0.1 * judged.size();
    double limit = sorted.get((int) Math.ceil(room) - 1).risk();
    double above = judged.stream().filter(one -> one.risk() > limit).count();
    double hits = judged.stream().filter(one -> one.risk() > limit && one.leaves()).count();
    double at = judged.stream().filter(one -> one.risk() == limit).count();
    double hitsAt = judged.stream().filter(one -> one.risk() == limit && one.leaves()).count();
    return hits + hitsAt * (room - above) / at;
  }
}
