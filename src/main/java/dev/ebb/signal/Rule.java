package dev.ebb.signal;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * One early-warning rule, as loaded from {@code config/rules}.
 *
 * @param id stable name, kebab-case
 * @param version grows with each change
 * @param condition of which customers the rule is read
 * @param persistence how many of the last closes must agree
 * @param weight guessed chance of leaving within 60 days on this signal alone, in (0, 1]
 * @param save share of such leavers that can be persuaded, in [0, 1]
 * @param halfLife after this time without confirmation a signal counts half
 * @param actWithin from the signal's onset to its act-by
 * @param levers value levers by number, see docs
 * @param why the reason, for the agent
 * @param opener first words to the customer; never cites what was measured
 */
public record Rule(
    String id,
    int version,
    Text title,
    Status status,
    Family family,
    Detector detector,
    Condition condition,
    Persistence persistence,
    double weight,
    double save,
    Duration halfLife,
    Duration actWithin,
    List<Integer> levers,
    String playbook,
    Text why,
    Text opener)
    implements Serializable {

  public Rule {
    levers = List.copyOf(levers);
  }

  /** The same with another status. */
  public Rule with(Status newStatus) {
    return new Rule(
        id,
        version,
        title,
        newStatus,
        family,
        detector,
        condition,
        persistence,
        weight,
        save,
        halfLife,
        actWithin,
        levers,
        playbook,
        why,
        opener);
  }

  /** Whether a rule is acted upon. */
  public enum Status {
    /** Raises alerts. */
    ACTIVE,
    /** Is judged and reported, never acted upon. */
    SHADOW,
    /** Is not judged. */
    OFF
  }

  /** {@code closes} of the last {@code of} closes; 1 of 1 is at once. At most 8. */
  public record Persistence(int closes, int of) implements Serializable {
    /** One close is enough. */
    public static final Persistence NONE = new Persistence(1, 1);

    public Persistence {
      if (closes < 1 || of < closes || of > 8) {
        throw new IllegalArgumentException(
            "persistence must be 1 <= closes <= of <= 8 but was " + closes + " of " + of);
      }
    }
  }
}
