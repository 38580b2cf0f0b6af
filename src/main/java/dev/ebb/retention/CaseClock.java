package dev.ebb.retention;

/** When time has the next word on a case. */
final class CaseClock {
  private final long expireMillis;
  private final long verifyMillis;
  private final long confirmMillis;

  CaseClock(WatchSettings settings) {
    expireMillis = settings.expireAfter().toMillis();
    verifyMillis = settings.terms().verifyAfter().toMillis();
    confirmMillis = settings.terms().confirmAfter().toMillis();
  }

  /** The case's next deadline, epoch milliseconds; {@link Long#MAX_VALUE} where nobody acts. */
  long next(OpenCase open) {
    if (!open.isContactable() && !open.isVerifying()) {
      return Long.MAX_VALUE;
    }
    return switch (open.work) {
      case FRESH, RAISED, CLAIMED -> open.actBy;
      case OVERDUE, CLAIMED_LATE -> open.actBy + expireMillis;
      case TRIED, CONTACTED, RECALL -> open.worksFrom + expireMillis;
      case SNOOZED, CALLBACK -> open.worksFrom;
      case WAITING -> open.worksFrom + verifyMillis;
      case DOUBTED, VERIFIED -> open.worksFrom + confirmMillis;
    };
  }
}
