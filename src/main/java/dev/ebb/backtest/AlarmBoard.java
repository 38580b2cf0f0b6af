package dev.ebb.backtest;

import dev.ebb.backtest.Measures.Hits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes every alarm and tells how many were right, and how early. */
final class AlarmBoard {
  private final Truth truth;
  private final int lastDay;

  /** For each slice the first alarm of each case. */
  private final Map<Slice, Map<String, Alarm>> firsts = new TreeMap<>();

  AlarmBoard(Truth truth, int lastDay) {
    this.truth = truth;
    this.lastDay = lastDay;
    firsts.put(Slice.ALL, new HashMap<>());
  }

  void add(Alarm alarm) {
    keep(Slice.ALL, alarm);
    alarm.slices().forEach(slice -> keep(slice, alarm));
  }

  private void keep(Slice slice, Alarm alarm) {
    firsts
        .computeIfAbsent(slice, it -> new HashMap<>())
        .merge(alarm.alertId(), alarm, (a, b) -> a.day() <= b.day() ? a : b);
  }

  /** The rules and families met, and all. */
  Set<Slice> slices() {
    return firsts.keySet();
  }

  /** The cases of a slice, each by its first alarm; those of a cause are its leavers'. */
  List<Alarm> cases(Slice slice) {
    Collection<Alarm> all = firsts.get(Slice.ALL).values();
    return switch (slice.kind()) {
      case ALL, RULE, FAMILY -> List.copyOf(firsts.getOrDefault(slice, Map.of()).values());
      case TIER -> all.stream().filter(it -> Slice.of(it.tier()).equals(slice)).toList();
      case CAUSE ->
          all.stream()
              .filter(
                  it -> {
                    Departure departure = truth.departures().get(it.customerId());
                    return departure != null && Slice.ofCause(departure).equals(slice);
                  })
              .toList();
    };
  }

  /** How many of these cases came when the customer had gone. */
  long afterLeaving(List<Alarm> cases) {
    return cases.stream()
        .filter(
            alarm -> {
              Departure departure = truth.departures().get(alarm.customerId());
              return departure != null && departure.day() <= alarm.day();
            })
        .count();
  }

  /** Precision and recall; the lift is left to whoever knows the base rate. */
  Hits hits(List<Alarm> cases, Map<String, Departure> leavers, Horizon horizon) {
    int right = 0;
    int wrong = 0;
    Set<String> found = new HashSet<>();
    for (Alarm alarm : cases) {
      Departure departure = truth.departures().get(alarm.customerId());
      switch (horizon.after(alarm.day(), departure, lastDay)) {
        case LEAVES -> {
          right++;
          found.add(alarm.customerId());
        }
        case STAYS -> wrong++;
        case UNKNOWN -> {
          // Neither right nor wrong.
        }
      }
    }
    found.retainAll(leavers.keySet());
    return new Hits(
        (double) right / (right + wrong), (double) found.size() / leavers.size(), Double.NaN);
  }

  /** Days from each leaver's first alarm within the longest horizon to the leaving. */
  List<Integer> leads(List<Alarm> cases, Map<String, Departure> leavers, Horizon longest) {
    Map<String, Integer> leads = new HashMap<>();
    for (Alarm alarm : cases) {
      Departure departure = leavers.get(alarm.customerId());
      if (departure != null && departure.isWithin(alarm.day(), longest.days())) {
        leads.merge(alarm.customerId(), departure.day() - alarm.day(), Math::max);
      }
    }
    return new ArrayList<>(leads.values());
  }
}
