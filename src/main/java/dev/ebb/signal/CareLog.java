package dev.ebb.signal;

import dev.ebb.event.Care;
import dev.ebb.event.Care.Kind;
import dev.ebb.event.Profile;
import dev.ebb.ledger.Days;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A customer's recent care events, oldest first: at most {@link #LENGTH} of the last {@link
 * #REACH_DAYS} days before the newest. Whatever the order in which events arrive, the same ones
 * make the same log.
 */
public record CareLog(List<Note> notes) {

  /** Notes that are kept. */
  public static final int LENGTH = 32;

  /** How far back the log reaches from its newest note; detectors look no further. */
  public static final int REACH_DAYS = 180;

  /** Nothing has been said or done. */
  public static final CareLog EMPTY = new CareLog(List.of());

  private static final long REACH_MILLIS = Duration.ofDays(REACH_DAYS).toMillis();
  private static final Set<Kind> DAILY = EnumSet.of(Kind.FAULT, Kind.DROPPED_CALL);
  private static final Set<Kind> COUNTED = EnumSet.of(Kind.COMPETITOR_CONTACT);
  private static final Set<Kind> DEPARTURES = EnumSet.of(Kind.PORTED_OUT, Kind.CANCELLED);
  private static final Comparator<Note> OLDEST_FIRST =
      Comparator.comparingLong(Note::at)
          .thenComparing(note -> note.care().kind())
          .thenComparing(note -> note.care().source())
          .thenComparing(note -> new TreeMap<>(note.care().attributes()).toString());

  public CareLog {
    notes = List.copyOf(notes);
  }

  /** A care event and its instant, epoch milliseconds. */
  public record Note(long at, Care care) {

    /** Keeps of the event what detectors read. */
    public Note {
      Map<String, String> kept = new TreeMap<>(care.attributes());
      kept.keySet().retainAll(Attributes.READ);
      kept.replaceAll((name, value) -> Attributes.shortened(value));
      care = new Care(care.kind(), care.source(), kept);
    }

    /** How often it happened on that day. */
    long times() {
      return Math.max(1, Attributes.number(this, Attributes.TIMES));
    }

    private Note times(List<Note> all) {
      Map<String, String> counted = new TreeMap<>(care.attributes());
      counted.put(Attributes.TIMES, Long.toString(all.stream().mapToLong(Note::times).sum()));
      return new Note(at, new Care(care.kind(), care.source(), counted));
    }

    /** An attribute, or an empty text. */
    String attribute(String name) {
      return care.attributes().getOrDefault(name, "");
    }
  }

  /**
   * The log with another event in its place. Of the faults, and of the dropped calls, of one day
   * one is kept: a bad evening must not push everything else out. Contacts with competitors are
   * counted in it.
   */
  public CareLog with(Note note, Days days) {
    List<Note> all = new ArrayList<>(notes);
    List<Note> same = notes.stream().filter(other -> isRepeated(other, note, days)).toList();
    all.removeAll(same);
    List<Note> alike = Stream.concat(same.stream(), Stream.of(note)).toList();
    Note newest = alike.stream().max(OLDEST_FIRST).orElse(note);
    all.add(COUNTED.contains(note.care().kind()) ? newest.times(alike) : newest);
    all.sort(OLDEST_FIRST);
    long oldest = all.get(all.size() - 1).at() - REACH_MILLIS;
    all.removeIf(other -> other.at() < oldest);
    return new CareLog(all.subList(Math.max(0, all.size() - LENGTH), all.size()));
  }

  private static boolean isRepeated(Note one, Note other, Days days) {
    return (DAILY.contains(one.care().kind()) || COUNTED.contains(one.care().kind()))
        && one.care().kind() == other.care().kind()
        && Attributes.isOfAnIncident(one) == Attributes.isOfAnIncident(other)
        && days.dayOf(one.at()) == days.dayOf(other.at());
  }

  /** Notes of these kinds, oldest first. */
  Stream<Note> of(Set<Kind> kinds) {
    return notes.stream().filter(note -> kinds.contains(note.care().kind()));
  }

  /** The newest note of these kinds, or null. */
  Note newest(Set<Kind> kinds) {
    for (int i = notes.size() - 1; i >= 0; i--) {
      if (kinds.contains(notes.get(i).care().kind())) {
        return notes.get(i);
      }
    }
    return null;
  }

  /**
   * Whether the customer has ported out or cancelled, and no newer profile says that they are here.
   */
  boolean tellsOfDeparture(Profile profile) {
    Note gone = newest(DEPARTURES);
    return gone != null
        && (profile == null
            || profile.at() <= gone.at()
            || profile.status() != Profile.Status.ACTIVE);
  }
}
