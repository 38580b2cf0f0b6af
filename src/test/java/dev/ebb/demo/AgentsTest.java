package dev.ebb.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ebb.event.Outcome.Kind;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AgentsTest {

  @Test
  void shouldTryAsManyCasesAsInTheField() {
    List<List<Kind>> worked =
        LongStream.range(0, 10_000)
            .mapToObj(number -> Agents.steps(new UUID(7, number).toString()))
            .toList();

    assertThat(share(worked, steps -> !steps.isEmpty())).isCloseTo(0.83, within(0.02));
    assertThat(share(worked, steps -> steps.contains(Kind.ACCEPTED))).isCloseTo(0.33, within(0.02));
    assertThat(share(worked, steps -> steps.contains(Kind.WRONG))).isCloseTo(0.05, within(0.02));
  }

  private static double share(List<List<Kind>> worked, Predicate<List<Kind>> fits) {
    return worked.stream().filter(fits).count() / (double) worked.size();
  }
}
