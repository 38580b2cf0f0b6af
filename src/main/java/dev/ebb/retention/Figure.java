package dev.ebb.retention;

import dev.ebb.event.Outcome;
import dev.ebb.risk.LostBy;
import dev.ebb.risk.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of what is counted for the key figures. Counts of one name, slice and day add up; the sum
 * of all days so far of {@link #stage} and {@link #MID_HIGH} is how many there are.
 */
public final class Figure {
  /** Customers of mid or high value who are here. */
  public static final String MID_HIGH = "mid-high";

  /** Members of a cohort when it was fixed. */
  public static final String MEMBERS = "members";

  /** Customers of mid or high value who have gone. */
  public static final String LEFT = "left";

  /** The departed who are here again. */
  public static final String RETURNED = "returned";

  /** Entries in the database of the departed, by cause. */
  public static final String EXIT = "exit/";

  /** The same, of which an alert was given out before, by days from the first one. */
  public static final String LEAD = "lead/";

  /** Cases told first as alerts, and by rule. */
  public static final String ALERTS = "alerts";

  /** Cases told first as withheld, and by rule and reason. */
  public static final String WITHHELD = "withheld";

  /** Part of a name before a rule's id. */
  public static final String BY_RULE = "/rule/";

  /** Part of a name before a reason. */
  public static final String BY_REASON = "/reason/";

  /** Cases that agents tried to call, by how far they came. */
  public static final String ATTEMPTED = "attempted";

  public static final String REACHED = "reached";
  public static final String ACCEPTED = "accepted";
  public static final String WRONG = "wrong";

  /** Cases that were worked, recovered at the first and at the last verdict. */
  public static final String SAVED = "saved";

  public static final String CONFIRMED = "confirmed";

  private static final String STAGE = "stage/";
  private static final String LOST = "lost/";

  private Figure() {}

  /** What a case message changes as it leaves; nothing where it only repeats or goes on. */
  public static List<String> of(CaseMessage message) {
    if (message.reason() == null) {
      return told(message);
    }
    if (message.withheld() == Withheld.HOLD_OUT) {
      return List.of();
    }
    return switch (message.reason()) {
      case Reason.VERIFIED -> List.of(SAVED);
      case Reason.CONFIRMED -> List.of(CONFIRMED);
      default -> List.of();
    };
  }

  private static List<String> told(CaseMessage message) {
    String kind = message.isContactable() ? ALERTS : WITHHELD;
    List<String> names = new ArrayList<>(List.of(kind));
    message.signals().forEach(signal -> names.add(kind + BY_RULE + signal.rule()));
    if (message.withheld() != null) {
      names.add(kind + BY_REASON + message.withheld().label());
    }
    return names;
  }

  /** Customers in a stage. */
  public static String stage(Stage stage) {
    return STAGE + stage.code();
  }

  /** Members of a cohort who count as lost. */
  public static String lost(LostBy definition) {
    return LOST + definition.label();
  }

  /** Exits so many days after the first alert. */
  public static String lead(long days) {
    return LEAD + days;
  }

  /** Exits for a cause. */
  static String exit(ExitCause cause) {
    return EXIT + cause.label();
  }

  /** What a case counts as that has come so far by this word. */
  static List<String> stepsBy(Outcome.Kind kind) {
    return switch (kind) {
      case ATTEMPTED -> List.of(ATTEMPTED);
      case REACHED, DECLINED, CALLBACK -> List.of(ATTEMPTED, REACHED);
      case ACCEPTED -> List.of(ATTEMPTED, REACHED, ACCEPTED);
      default -> List.of();
    };
  }
}
