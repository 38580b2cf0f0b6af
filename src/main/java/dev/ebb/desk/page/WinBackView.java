package dev.ebb.desk.page;

import java.util.List;

/**
 * Calls to the departed that are due.
 *
 * @param count how many there are
 */
public record WinBackView(long count, List<Call> calls) {

  /** What can come of a call, in the order in which it is offered. */
  public static final List<String> RESULTS =
      List.of("returned", "reached", "declined", "attempted", "never");

  public WinBackView {
    calls = List.copyOf(calls);
  }

  /**
   * A call.
   *
   * @param number masked
   * @param tier null of whom it is not known
   * @param opener by the playbook, or null
   * @param mayOffer each with its ceiling
   * @param attempts in a sentence, or null
   * @param isMine whether the viewer has taken it
   * @param notBefore until when quiet hours last, in a sentence; null outside of them
   */
  public record Call(
      String id,
      String number,
      dev.ebb.risk.Tier tier,
      String worth,
      String left,
      String cause,
      String due,
      String attempts,
      String playbook,
      String opener,
      List<String> mayOffer,
      List<String> mustNot,
      boolean isMine,
      String notBefore) {

    public Call {
      mayOffer = List.copyOf(mayOffer);
      mustNot = List.copyOf(mustNot);
    }
  }
}
