package dev.ebb.desk.page;

import java.util.List;

/**
 * A case as its page shows it, in the order in which an agent needs it.
 *
 * @param why the strongest signal in a sentence, or null
 * @param since how long there has been the strongest signal, or null
 * @param also the other signals' names
 * @param move null where there is nothing to recommend
 * @param chart null where the days are not known
 * @param timeline newest first
 * @param callbacks when to call back
 * @param laters until when to put it off
 * @param colleagues to whom the viewer may pass the case on, by login
 * @param tries null before the first one
 * @param related other cases of the customer and of the household
 * @param isUndoable whether the viewer may take the last outcome back
 */
public record CasePage(
    CaseHead head,
    Verdict verdict,
    String why,
    String since,
    List<String> also,
    Move move,
    Hold hold,
    List<Fact> facts,
    Chart chart,
    List<Moment> timeline,
    List<Weight> weights,
    List<Choice> callbacks,
    List<Choice> laters,
    List<Choice> colleagues,
    Tries tries,
    List<Related> related,
    boolean isUndoable) {

  /** Why customers decline, as it is counted. */
  public static final List<String> DECLINED =
      List.of("price", "network", "service", "other-operator", "moving", "unsaid");

  /** What customers ask for that is not to be had, as it is counted. */
  public static final List<String> ASKED =
      List.of("cheaper-plan", "more-data", "discount", "device", "coverage", "other");

  /** Why an alert can be wrong. */
  public static final List<String> WRONG =
      List.of("travel", "second-line", "already-renewed", "wrong-person");

  public CasePage {
    also = List.copyOf(also);
    facts = List.copyOf(facts);
    timeline = List.copyOf(timeline);
    weights = List.copyOf(weights);
    callbacks = List.copyOf(callbacks);
    laters = List.copyOf(laters);
    colleagues = List.copyOf(colleagues);
    related = List.copyOf(related);
  }
}
