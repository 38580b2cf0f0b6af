package dev.ebb.simulate;

/** Something in a customer's story that shows elsewhere than in the amount of use. */
record Change(Kind kind, int day, int second) {

  /** What changes. */
  enum Kind {
    /** The discount is renewed for a year. */
    RENEWED,
    /** The customer chooses the next cheaper plan. */
    CHEAPER_PLAN,
    /** The customer chooses the next dearer plan. */
    DEARER_PLAN,
    /** The line is barred for unpaid bills. */
    BARRED,
    /** The bills are paid. */
    LIFTED,
    /** The line no longer belongs to the employer's group. */
    LEFT_GROUP,
    /** A rival's shop is called. */
    RIVAL_CALL
  }

  static Change atNoon(Kind kind, int day) {
    return new Change(kind, day, Turn.NOON);
  }
}
