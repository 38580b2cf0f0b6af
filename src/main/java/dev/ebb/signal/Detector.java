package dev.ebb.signal;

import java.io.Serializable;
import java.util.Set;

/** Decides from a customer's closed days how strongly one kind of decline shows. */
public sealed interface Detector extends Serializable
    permits Arrears,
        CareEvent,
        ChangePoint,
        CompetitorContact,
        Complaints,
        ContactLeft,
        Downgrade,
        Expiry,
        Fall,
        FallingUse,
        FallingSpend,
        Forwarding,
        Lapse,
        LeftArea,
        LowWaterMonths,
        NetworkTrouble,
        OpenComplaint,
        SecondSim,
        ShrinkingCircle,
        Silence,
        ThinUse,
        TopupGap,
        Detector.Custom {

  /** The word that names this detector in a rule file. */
  String kind();

  /** The names of the numbers that every alarm of this detector carries as evidence. */
  Set<String> evidenceNames();

  /** How many closed days back the detector looks; 0 where it looks at months or the profile. */
  default int daysNeeded() {
    return 0;
  }

  /** What the detector sees at the close of the subject's day; nothing once the customer left. */
  default Reading read(Subject subject) {
    return subject.hasLeft() ? Reading.NONE : judge(subject);
  }

  /** What the detector sees of a customer who is still here. */
  Reading judge(Subject subject);

  /** Whether only the profile is looked at, so that a new profile is judged without a close. */
  default boolean readsProfileOnly() {
    return false;
  }

  /** Whether care events are looked at, so that a new one is judged without a close. */
  default boolean readsEvents() {
    return false;
  }

  /**
   * When the threshold is reached if nothing more is said, epoch milliseconds, perhaps in the past;
   * {@link Long#MAX_VALUE} where only events or closed days can bring that about.
   */
  default long alarmAt(Subject subject) {
    return Long.MAX_VALUE;
  }

  /** Whether an own action of the customer disproves the signal at once. */
  default boolean endsOnReturn() {
    return false;
  }

  /** A detector from outside this package, such as a scripted one; no rule file can name it. */
  non-sealed interface Custom extends Detector {
    @Override
    default Set<String> evidenceNames() {
      return Set.of();
    }
  }
}
