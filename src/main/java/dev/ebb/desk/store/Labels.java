package dev.ebb.desk.store;

import dev.ebb.event.Outcome;
import dev.ebb.retention.CaseState;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words in which the columns hold what the wire calls the same. */
final class Labels {
  static final Map<String, CaseState> STATES = of(CaseState.values(), CaseState::label);
  static final Map<String, Tier> TIERS = of(Tier.values(), Tier::label);
  static final Map<String, Stage> STAGES = of(Stage.values(), Stage::code);

  static final Map<String, Outcome.Kind> KINDS = of(Outcome.Kind.values(), Outcome.Kind::label);

  private Labels() {}

  private static <E> Map<String, E> of(E[] values, Function<E, String> label) {
    return Arrays.stream(values).collect(Collectors.toMap(label, Function.identity()));
  }
}
