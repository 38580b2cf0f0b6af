package dev.ebb.event;

/** A stream of input that Ebb reads, named as in the configuration. */
public enum Feed {
  /** Voice, SMS and data records. */
  USAGE("usage", true),
  /** Charges, top-ups, bills, payments and refunds. */
  SPEND("spend", true),
  /** Profiles: the newest one wins; a null value erases the customer. */
  CUSTOMERS("customers", false),
  /** What the customer, the carrier or the network said: complaints, port-outs, cancellations. */
  CARE("care", false),
  /** What became of the cases that were worked. */
  OUTCOMES("outcomes", false);

  private final String label;
  private final boolean drivesTime;

  Feed(String label, boolean drivesTime) {
    this.label = label;
    this.drivesTime = drivesTime;
  }

  /** The feed's name in configuration, mappings and metrics. */
  public String label() {
    return label;
  }

  /** Whether this feed's timestamps move the watermark; other feeds neither push nor hold it. */
  public boolean drivesTime() {
    return drivesTime;
  }
}
