package dev.ebb.retention;

/** When time has the next word on a case. */
final class CaseClock {
  private final long expireMillis;
  private final long turnMillis;
  private final long verifyMillis;
  private final long confirmMillis;

  CaseClock(WatchSettings settings) {
    expireMillis = settings.expireAfter().toMillis();
    turnMillis = settings.policy().householdRest().toMillis();
    verifyMillis = settings.terms().verifyAfter().toMillis();
    confirmMillis = settings.terms().confirmAfter().toMillis();
  }

  /**
   * When a case ends that nobody works, epoch milliseconds: nobody here knows whether it waits for
   * its turn in a household, so it gets time for that and its full time after it.
   */
  long endOfUnworked(OpenCase open) {
    return open.actBy + expireMillis + (open.sharesTurns ? turnMillis : 0);
  }

  /** The case's next deadline, epoch milliseconds; {@link Long#MAX_VALUE} where nobody acts. */
  long next(OpenCase open) {
    if (!open.isContactable() && !open.isVerifying()) {
      return Long.MAX_VALUE;
    }
    return switch (open.work) {
      case FRESH, RAISED, CLAIMED -> open.actBy;
      case OVERDUE, CLAIMED_LATE -> endOfUnworked(open);
      case TRIED, CONTACTED, RECALL -> open.worksFrom + expireMillis;
      case SNOOZED, CALLBACK -> open.worksFrom;
      case WAITING -> open.worksFrom + verifyMillis;
      case DOUBTED, VERIFIED -> open.worksFrom + confirmMillis;
    };
  }
}
