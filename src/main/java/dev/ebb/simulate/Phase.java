package dev.ebb.simulate;

/**
 * A stretch of days on which a customer departs from habit, in a straight line from one level to
 * another.
 *
 * @param from first day
 * @param to last day
 */
record Phase(int from, int to, Levels start, Levels end, Whereabouts whereabouts) {

  /** Where the customer spends these days. */
  enum Whereabouts {
    HOME,
    ELSEWHERE,
    ABROAD
  }

  static Phase steady(int from, int to, Levels level, Whereabouts whereabouts) {
    return new Phase(from, to, level, level, whereabouts);
  }

  static Phase fading(int from, int to, Levels end) {
    return new Phase(from, to, Levels.USUAL, end, Whereabouts.HOME);
  }

  Phase spent(Whereabouts newWhereabouts) {
    return new Phase(from, to, start, end, newWhereabouts);
  }

  boolean covers(int day) {
    return day >= from && day <= to;
  }

  Levels at(int day) {
    return from == to ? end : start.towards(end, (day - from) / (double) (to - from));
  }
}
