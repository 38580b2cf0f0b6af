package dev.ebb.backtest;

import dev.ebb.backtest.Measures.AtHorizon;
import dev.ebb.backtest.Measures.Hits;
import dev.ebb.risk.Tier;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes every judged customer-day once, in any order, and tells how well the risks rank them. */
final class RiskBoard {

  /** A slice's histograms, one for each horizon. */
  private static final class Ranks {
    private final RiskHistogram[] leave = empty();
    private final RiskHistogram[] stay = empty();
    private long days;

    private static RiskHistogram[] empty() {
      RiskHistogram[] histograms = new RiskHistogram[Measures.HORIZONS.size()];
      for (int i = 0; i < histograms.length; i++) {
        histograms[i] = new RiskHistogram();
      }
      return histograms;
    }
  }

  /** The last day on which a leaver was judged, and as what. */
  private record LastSeen(int day, Tier tier) {}

  private final Truth truth;
  private final int lastDay;
  private final Map<Slice, Ranks> ranks = new TreeMap<>(Map.of(Slice.ALL, new Ranks()));
  private final Map<Tier, Ranks> tiers = new EnumMap<>(Tier.class);
  private final Map<String, LastSeen> leavers = new HashMap<>();
  private final Set<String> lookAlikes = new HashSet<>();

  RiskBoard(Truth truth, int lastDay) {
    this.truth = truth;
    this.lastDay = lastDay;
  }

  void add(String customerId, int day, double risk, Tier tier) {
    Departure departure = truth.departures().get(customerId);
    if (departure != null && departure.day() <= day) {
      return;
    }
    Ranks all = ranks.get(Slice.ALL);
    Ranks ofTier = tiers.computeIfAbsent(tier, it -> ranks(Slice.of(it)));
    Ranks ofCause = departure == null ? null : ranks(Slice.ofCause(departure));
    all.days++;
    ofTier.days++;
    if (departure != null) {
      leavers.merge(customerId, new LastSeen(day, tier), (a, b) -> a.day() > b.day() ? a : b);
    } else if (truth.lookAlikes().containsKey(customerId)) {
      lookAlikes.add(customerId);
    }
    for (int i = 0; i < Measures.HORIZONS.size(); i++) {
      switch (Measures.HORIZONS.get(i).after(day, departure, lastDay)) {
        case LEAVES -> {
          all.leave[i].add(risk);
          ofTier.leave[i].add(risk);
          ofCause.leave[i].add(risk);
        }
        case STAYS -> {
          all.stay[i].add(risk);
          ofTier.stay[i].add(risk);
        }
        case UNKNOWN -> {
          // Neither hit nor miss.
        }
      }
    }
  }

  private Ranks ranks(Slice slice) {
    return ranks.computeIfAbsent(slice, it -> new Ranks());
  }

  /** Judged customer-days of a tier; for every other slice all of them. */
  long days(Slice slice) {
    return slice.kind() == Slice.Kind.TIER && ranks.containsKey(slice)
        ? ranks.get(slice).days
        : ranks.get(Slice.ALL).days;
  }

  /** The tiers and causes met, and all. */
  Set<Slice> slices() {
    return ranks.keySet();
  }

  /** Those who were judged before they left, of a tier or cause; else all of them. */
  Map<String, Departure> leavers(Slice slice) {
    Map<String, Departure> found = new HashMap<>();
    leavers.forEach(
        (customer, seen) -> {
          Departure departure = truth.departures().get(customer);
          boolean fits =
              switch (slice.kind()) {
                case TIER -> Slice.of(seen.tier()).equals(slice);
                case CAUSE -> Slice.ofCause(departure).equals(slice);
                case ALL, RULE, FAMILY -> true;
              };
          if (fits) {
            found.put(customer, departure);
          }
        });
    return found;
  }

  /** Look-alikes that were judged at all. */
  Set<String> lookAlikes() {
    return lookAlikes;
  }

  /** How the risk ranks a slice at the horizon of that index, with the given hits of the alerts. */
  AtHorizon at(Slice slice, int horizon, Hits alerts) {
    Ranks all = ranks.get(Slice.ALL);
    boolean ranked = ranks.containsKey(slice);
    Ranks own = ranked ? ranks.get(slice) : all;
    RiskHistogram leave = own.leave[horizon];
    RiskHistogram stay = (slice.kind() == Slice.Kind.TIER ? own : all).stay[horizon];
    long days = leave.total() + stay.total();
    double baseRate = (double) leave.total() / days;
    double hits = RiskHistogram.hitsAmongTop(Measures.TOP, leave, stay);
    double precision = hits / (Measures.TOP * days);
    return new AtHorizon(
        Measures.HORIZONS.get(horizon).days(),
        days,
        baseRate,
        ranked ? RiskHistogram.auc(leave, stay) : Double.NaN,
        ranked ? new Hits(precision, hits / leave.total(), precision / baseRate) : Hits.NONE,
        new Hits(alerts.precision(), alerts.recall(), alerts.precision() / baseRate));
  }
}
