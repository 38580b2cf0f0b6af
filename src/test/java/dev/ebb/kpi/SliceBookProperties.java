package dev.ebb.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.Days;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against sums over all facts, however late and in whatever order they come. */
class SliceBookProperties {
  private static final int FIRST = 20_500;
  private static final int SPAN = 70;

  /** Something was counted on a day, or, with an empty name, days up to this one are over. */
  record Step(int day, String name, long count) {}

  @Property(seed = "1")
  void shouldTellWhatAllFactsAddUpTo(@ForAll("steps") List<Step> steps) {
    Map<Integer, SliceDay> told = new HashMap<>();
    SliceBook book = new SliceBook();
    int over = FIRST - 1;
    boolean begun = false;
    for (Step step : steps) {
      if (!step.name().isEmpty()) {
        int day = Math.max(step.day(), over - SliceBook.DAYS + 1);
        book.add(day, new Counts().add(step.name(), step.count()));
        begun = true;
      } else if (begun && step.day() > over) {
        over = step.day();
        tell(book, over, told);
      }
      book = SliceBook.unpack(book.pack());
    }
    if (!begun) {
      return;
    }
    over = FIRST + SPAN + 1;
    tell(book, over, told);

    Map<Integer, Counts> facts = byDay(steps);
    int first = facts.keySet().stream().min(Integer::compare).orElseThrow();
    assertThat(told.keySet()).hasSize(over - first + 1);
    told.forEach((day, figures) -> assertAddsUp(figures, day, facts));
  }

  @Property(seed = "1")
  void shouldTellADayOnceUnlessItChanges(@ForAll("steps") List<Step> steps) {
    SliceBook book = new SliceBook();
    steps.stream()
        .filter(step -> !step.name().isEmpty())
        .forEach(step -> book.add(step.day(), new Counts().add(step.name(), step.count())));
    if (book.lastDay() == Integer.MIN_VALUE) {
      return;
    }
    assertThat(book.tell(FIRST + SPAN)).allMatch(day -> day.revision() == 1);
    assertThat(book.hasNews()).isFalse();
    assertThat(book.tell(FIRST + SPAN)).isEmpty();

    book.add(FIRST + SPAN, new Counts().add("alerts", 1));
    assertThat(book.hasNews()).isTrue();
    assertThat(book.tell(FIRST + SPAN)).extracting(SliceDay::revision).containsExactly(2);
  }

  @Example
  void shouldCountFactsOfLongAgoFromThenOn() {
    SliceBook book = new SliceBook();
    book.add(FIRST, new Counts().add("stage/C", 5));
    book.tell(FIRST + 100);
    book.add(FIRST + 50, new Counts().add("stage/C", 1));
    book.add(FIRST, new Counts().add("stage/C", 1));
    assertThat(book.hasNews()).isFalse();

    assertThat(book.tell(FIRST + 101))
        .extracting(day -> day.day() + ": " + day.total())
        .containsExactly(FIRST + 101 + ": {stage/C=7}");
  }

  private static void tell(SliceBook book, int over, Map<Integer, SliceDay> told) {
    for (SliceDay day : book.tell(over)) {
      SliceDay before = told.put(day.day(), day);
      assertThat(day.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
    }
  }

  /** Facts too old to be told again are moved to the oldest day that can be, as in the test. */
  private static Map<Integer, Counts> byDay(List<Step> steps) {
    Map<Integer, Counts> facts = new HashMap<>();
    int over = FIRST - 1;
    boolean begun = false;
    for (Step step : steps) {
      if (!step.name().isEmpty()) {
        begun = true;
        int day = Math.max(step.day(), over - SliceBook.DAYS + 1);
        facts.computeIfAbsent(day, key -> new Counts()).add(step.name(), step.count());
      } else if (begun) {
        over = Math.max(over, step.day());
      }
    }
    return facts;
  }

  private static void assertAddsUp(SliceDay figures, int day, Map<Integer, Counts> facts) {
    int month = Days.firstDayOfMonth(Days.monthOf(day));
    assertThat(figures.today()).isEqualTo(sum(facts, day, day));
    assertThat(figures.month()).isEqualTo(sum(facts, month, day));
    assertThat(figures.monthStart()).isEqualTo(sum(facts, 0, month - 1));
    assertThat(figures.total()).isEqualTo(sum(facts, 0, day));
  }

  private static Counts sum(Map<Integer, Counts> facts, int from, int to) {
    Counts sum = new Counts();
    facts.forEach(
        (day, counts) -> {
          if (day >= from && day <= to) {
            sum.add(counts);
          }
        });
    return sum;
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> fact =
        Combinators.combine(
                Arbitraries.integers().between(FIRST, FIRST + SPAN),
                Arbitraries.of("stage/C", "stage/D", "alerts", "lead/3"),
                Arbitraries.longs().between(-3, 3).filter(count -> count != 0))
            .as(Step::new);
    Arbitrary<Step> end =
        Arbitraries.integers().between(FIRST, FIRST + SPAN).map(day -> new Step(day, "", 0));
    return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, fact), net.jqwik.api.Tuple.of(1, end))
        .list()
        .ofMaxSize(60);
  }
}
