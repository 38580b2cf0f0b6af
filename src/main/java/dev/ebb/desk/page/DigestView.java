package dev.ebb.desk.page;

import java.util.List;

/**
 * A day or a week on one sheet of paper.
 *
 * @param span what it tells of, in words
 * @param period day or week
 * @param date within it
 * @param before date within the period before
 * @param after date within the period after; null where that is not over yet
 * @param changes what leads have changed, in sentences
 */
public record DigestView(
    String span,
    String period,
    String date,
    String before,
    String after,
    List<Number> numbers,
    List<LeadView.Rate> rates,
    List<Line> rules,
    List<LeadView.Cause> causes,
    List<Line> agents,
    List<TeamView.Count> calls,
    List<String> changes) {

  public DigestView {
    numbers = List.copyOf(numbers);
    rates = List.copyOf(rates);
    rules = List.copyOf(rules);
    causes = List.copyOf(causes);
    agents = List.copyOf(agents);
    calls = List.copyOf(calls);
    changes = List.copyOf(changes);
  }

  /** A number, and what it was in the period before. */
  public record Number(String label, String value, String before) {}

  /** A row of a table: a name and figures. */
  public record Line(String name, List<String> figures) {
    public Line {
      figures = List.copyOf(figures);
    }
  }
}
