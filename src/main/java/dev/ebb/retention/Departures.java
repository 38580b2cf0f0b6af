package dev.ebb.retention;

import dev.ebb.event.Care;
import dev.ebb.event.Feed;
import dev.ebb.event.Profile;
import dev.ebb.event.Spread;
import dev.ebb.ledger.History;
import dev.ebb.retention.Exit.KnownBy;
import java.util.List;

/** Sees customers go and come back. */
final class Departures {
  private static final String CAUSE = "cause";

  private final int silentDays;

  Departures(CaseTerms terms) {
    this.silentDays = terms.silentDays();
  }

  /** What a care event says; null where it says nothing of it. */
  static Departure byCare(Care care, int day, long at, List<LiveSignal> signals) {
    ExitCause stated = ExitCause.of(care.attributes().get(CAUSE));
    return switch (care.kind()) {
      case CANCELLED ->
          stated == null
              ? guessed(Departure.Kind.CANCELLED, day, at, signals)
              : new Departure(Departure.Kind.CANCELLED, day, at, stated, KnownBy.STATED);
      case PORTED_OUT ->
          new Departure(
              Departure.Kind.PORTED_OUT,
              day,
              at,
              stated == null ? ExitCause.MOVED_NETWORK : stated,
              stated == null ? KnownBy.EVENT : KnownBy.STATED);
      default -> null;
    };
  }

  /** What is known once a profile is there; {@code day}: the one to count from, epoch day. */
  static Departure byProfile(
      Departure known, Profile profile, int day, long at, List<LiveSignal> signals) {
    boolean hasLeft = profile != null && profile.status() == Profile.Status.LEFT;
    if (hasLeft) {
      return known == null ? guessed(Departure.Kind.LEFT, day, at, signals) : known;
    }
    return known != null && known.isDisprovedBy(profile) ? null : known;
  }

  /** What is known once a day has closed. */
  Departure byDay(Sitting sitting, History history, long at) {
    int day = history.lastDay();
    List<LiveSignal> signals = sitting.shownBefore;
    Departure before = byProfile(sitting.file.departure, sitting.profile, day, at, signals);
    Integer last = history.lastActiveDay();
    if (last == null) {
      return before;
    }
    if (before != null) {
      return before.isDisprovedBy(last) ? null : before;
    }
    return isSilentSince(last, history) ? guessed(Departure.Kind.SILENT, day, at, signals) : null;
  }

  /** An unknown day is no silent one. */
  private boolean isSilentSince(int last, History history) {
    Feed feed = history.firstDay(Feed.USAGE) != null ? Feed.USAGE : Feed.SPEND;
    Spread grain = history.grain(feed);
    int day = history.lastDay();
    return grain != Spread.WEEK
        && grain != Spread.MONTH
        && day - last >= silentDays
        && history.knownDays(feed, day - silentDays + 1, day) == silentDays;
  }

  /** Only families that point to one cause are believed; the rest stays unknown. */
  private static Departure guessed(
      Departure.Kind kind, int day, long at, List<LiveSignal> signals) {
    for (LiveSignal signal : signals) {
      ExitCause cause =
          switch (signal.rule().family()) {
            case SERVICE -> ExitCause.SERVICE;
            case CONTRACT -> ExitCause.TARIFF;
            default -> null;
          };
      if (cause != null) {
        return new Departure(kind, day, at, cause, KnownBy.SIGNALS);
      }
    }
    return new Departure(kind, day, at, ExitCause.UNKNOWN, KnownBy.NOTHING);
  }
}
