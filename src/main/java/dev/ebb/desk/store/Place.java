package dev.ebb.desk.store;

/** Where a case is for the desk, which is not the state that the job has told. */
public enum Place {
  /** May be claimed. */
  TO_DO,
  /** Somebody works it; without a holder it is somebody outside of the desk. */
  HELD,
  /** Comes back at its {@code dueAt}: not reached, a callback, or put off. */
  PUT_OFF,
  /** Worked; the job decides what comes of it. */
  ANSWERED,
  /** The job has closed it, or has not told of it for too long. */
  ENDED;

  /** The word in the database. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The place with this word. */
  public static Place of(String label) {
    return valueOf(label.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }
}
