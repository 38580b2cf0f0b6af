package dev.ebb.signal;

import static dev.ebb.signal.Fact.Form.DECIMAL;
import static dev.ebb.signal.Fact.Form.FLAG;
import static dev.ebb.signal.Fact.Form.MONEY;
import static dev.ebb.signal.Fact.Form.TEXT;
import static dev.ebb.signal.Fact.Form.TEXTS;
import static dev.ebb.signal.Fact.Form.WHOLE;

/** What a rule's condition may ask about a customer, by the name that it has there. */
public enum Fact {
  /** {@code prepaid} or {@code postpaid}. */
  PAYMENT("payment", TEXT),
  /** {@code active}, {@code barred} or {@code left}. */
  STATUS("status", TEXT),
  SEGMENT("segment", TEXT),
  REGION("region", TEXT),
  /** Code of the tariff plan. */
  PLAN("plan", TEXT),
  /** The plan's fee a month. */
  PLAN_FEE("planFee", MONEY),
  POINTS("points", WHOLE),
  /** {@code individual} or {@code group}. */
  ACCOUNT_KIND("accountKind", TEXT),
  /** Whether the customer belongs to a household. */
  HOUSEHOLD("household", FLAG),
  /** The channel that the customer prefers. */
  CHANNEL("channel", TEXT),
  /** The channels that the customer accepts. */
  CHANNELS("channels", TEXTS),
  OPT_OUT("optOut", FLAG),
  /** Days since the activation. */
  TENURE_DAYS("tenureDays", WHOLE),

  /** {@code diamond}, {@code gold}, {@code silver}, {@code valued} or {@code standard}. */
  TIER("tier", TEXT),
  /** Spend a month. */
  ARPU("arpu", MONEY),
  /** {@code A} to {@code E}, as of the look before this one: the stage follows from the risk. */
  STAGE("stage", TEXT),

  /** Outgoing minutes of the last 7 days. */
  MOU_7("mou7", DECIMAL),
  /** Outgoing minutes of the last 28 days. */
  MOU_28("mou28", DECIMAL),
  /** Outgoing minutes of the last whole calendar month. */
  MOU_MONTH("mouMonth", DECIMAL),
  /** Megabytes of the last 7 days. */
  DATA_7("data7Mb", DECIMAL),
  /** Megabytes of the last 28 days. */
  DATA_28("data28Mb", DECIMAL),
  /** Messages sent in the last 28 days. */
  SMS_28("sms28", WHOLE),
  /** Spend of the last 28 days. */
  SPEND_28("spend28", MONEY),
  /** Spend of the last whole calendar month. */
  SPEND_MONTH("spendMonth", MONEY),
  /** Top-ups of the last 28 days. */
  TOPUP_28("topup28", MONEY),
  /** Days with an own action among the last 28. */
  ACTIVE_DAYS_28("activeDays28", WHOLE),
  /** Days since the last own action. */
  SILENT_DAYS("silentDays", WHOLE);

  /** How a fact is given to a condition. */
  public enum Form {
    /** A String. */
    TEXT,
    /** A list of Strings. */
    TEXTS,
    /** A Boolean. */
    FLAG,
    /** A Long. */
    WHOLE,
    /** A Double. */
    DECIMAL,
    /** A Long of minor units; a condition is written in major ones. */
    MONEY
  }

  private final String label;
  private final Form form;

  Fact(String label, Form form) {
    this.label = label;
    this.form = form;
  }

  /** Its name in a condition. */
  public String label() {
    return label;
  }

  public Form form() {
    return form;
  }

  /** Whether it is of the closed days, and so known at a day's close only. */
  public boolean isOfDays() {
    return compareTo(MOU_7) >= 0;
  }
}
