package dev.ebb.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.Days;
import dev.ebb.risk.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Key figures against the messages themselves, in every customer's story. */
class CensusProperties {
  private static final Slice EVERYBODY = new Slice(Slice.EVERYBODY, null, null);
  private static final Days DAYS = new Days(Story.SHANGHAI);

  /** A story that keeps its stage messages with their time, and erasures as stage null. */
  private static final class Told extends Story {
    final TreeMap<Integer, Stage> stageByDay = new TreeMap<>();
    Stage stage;
    boolean wasErased;

    Told() {
      super(
          TestRules.CALLS,
          TestRules.DATA,
          TestRules.EXPIRY,
          TestRules.SILENCE,
          Saying.shipped("port-out-request"));
    }

    @Override
    public void stage(StageChange change) {
      super.stage(change);
      stage = change.to();
      stageByDay.put(DAYS.dayOf(change.at()), stage);
    }

    @Override
    public void erased(String customerId, long at) {
      super.erased(customerId, at);
      stage = null;
      wasErased = true;
    }
  }

  @Property(tries = 200, seed = "1")
  void shouldCountEachCustomerOnceInTheirStage(@ForAll("anything") List<Step> steps) {
    Told story = play(steps);

    assertThat(stages(story.figures(EVERYBODY))).isEqualTo(once(story.stage));
  }

  @Property(tries = 200, seed = "1")
  void shouldCountWhoeverIsInAStageAtTheEndOfEachDay(@ForAll("lives") List<Step> steps) {
    Told story = play(steps);

    story.stageByDay.forEach(
        (day, stage) ->
            assertThat(stages(story.figures(EVERYBODY, day)))
                .as("day %d", day)
                .isEqualTo(once(stage)));
  }

  @Property(tries = 200, seed = "1")
  void shouldCountWhatItTells(@ForAll("anything") List<Step> steps) {
    Told story = play(steps);
    Map<String, Integer> figures = story.figures(EVERYBODY);

    assertThat(sumOf(figures, "exit/")).isEqualTo(story.exits.size());
    for (Exit exit : story.exits) {
      assertThat(figures).containsKey("exit/" + exit.cause().label());
    }
    assertThat(figures.getOrDefault("returned", 0))
        .isEqualTo((int) story.stages.stream().filter(it -> it.endsWith(" returned")).count());
    assertThat(figures.getOrDefault("wrong", 0))
        .isEqualTo((int) story.heard.stream().filter("wrong true"::equals).count());
    assertThat(figures.getOrDefault("reached", 0))
        .isLessThanOrEqualTo(figures.getOrDefault("attempted", 0));
  }

  @Property(tries = 200, seed = "1")
  void shouldCountTheSameInAllPartsAsInTheWhole(@ForAll("anything") List<Step> steps) {
    Told story = play(steps);
    Map<String, Integer> byTier = new HashMap<>();
    story.counted.keySet().stream()
        .filter(slice -> slice.tier() != null && !slice.isCohort())
        .forEach(
            slice ->
                story.figures(slice).forEach((name, n) -> byTier.merge(name, n, Integer::sum)));

    assertThat(byTier).isEqualTo(story.figures(EVERYBODY));
  }

  private static Told play(List<Step> steps) {
    Told story = new Told();
    steps.forEach(step -> step.in(story));
    return story;
  }

  private static Map<String, Integer> stages(Map<String, Integer> figures) {
    Map<String, Integer> stages = new TreeMap<>(figures);
    stages.keySet().removeIf(name -> !name.startsWith("stage/"));
    return stages;
  }

  private static Map<String, Integer> once(Stage stage) {
    return stage == null ? Map.of() : Map.of(Figure.stage(stage), 1);
  }

  private static int sumOf(Map<String, Integer> figures, String prefix) {
    return figures.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  @Provide
  Arbitrary<List<Step>> anything() {
    return Arbitraries.frequencyOf(
            Tuple.of(12, Step.day()),
            Tuple.of(2, Step.returned()),
            Tuple.of(3, Step.profile()),
            Tuple.of(3, Step.said()),
            Tuple.of(6, Step.word()),
            Tuple.of(2, Step.departure()),
            Tuple.of(1, Step.end()))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Step>> lives() {
    return Arbitraries.frequencyOf(
            Tuple.of(8, Step.day()), Tuple.of(1, Step.returned()), Tuple.of(1, Step.departure()))
        .list()
        .ofMaxSize(40);
  }
}
