package dev.ebb.desk.page;

import java.util.List;

/**
 * What there is about a customer who calls.
 *
 * @param isAsked whether somebody was looked for
 * @param isKnown whether the number is a customer's
 * @param opener to say once their question is solved, or null
 */
public record InboundView(boolean isAsked, boolean isKnown, List<QueueRow> rows, String opener) {

  public InboundView {
    rows = List.copyOf(rows);
  }

  /** Before anybody was looked for. */
  public static InboundView blank() {
    return new InboundView(false, false, List.of(), null);
  }
}
