package dev.ebb.retention;

import dev.ebb.event.Outcome;
import dev.ebb.ledger.Days;
import dev.ebb.risk.LostBy;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says how one customer changes the key figures. What is counted follows from the case file alone,
 * so the difference of the file before and after is told, and nobody is ever scanned.
 */
final class Census {
  private final Days days;

  Census(Days days) {
    this.days = days;
  }

  /** As what a customer is counted. */
  record Counted(Stage stage, Tier tier, String region, boolean midHigh, List<Membership> places) {

    static final Counted NOWHERE = new Counted(null, null, null, false, List.of());

    static Counted of(CaseFile file) {
      return file.forgotten || file.lifecycle.stage() == null
          ? NOWHERE
          : new Counted(
              file.lifecycle.stage(),
              file.value.tier(),
              file.region,
              file.midHigh,
              List.copyOf(file.cohorts));
    }

    private boolean isHere() {
      return stage != null && stage != Stage.EXIT;
    }
  }

  /** One count of one slice. */
  private record Entry(Slice slice, String name) {}

  /** Tells what has changed since the customer was last counted. */
  void count(Sitting sitting, long at) {
    turnTo(sitting, Counted.of(sitting.file), at);
  }

  /** The customer is not counted any longer. */
  void drop(Sitting sitting, long at) {
    turnTo(sitting, Counted.NOWHERE, at);
  }

  private void turnTo(Sitting sitting, Counted after, long at) {
    Counted before = sitting.counted;
    if (after.equals(before)) {
      return;
    }
    sitting.counted = after;
    Set<Entry> were = entries(before);
    Set<Entry> are = entries(after);
    were.forEach(entry -> tell(sitting, entry, are.contains(entry) ? 0 : -1, at));
    are.forEach(entry -> tell(sitting, entry, were.contains(entry) ? 0 : 1, at));
    if (before.isHere() && after.stage == Stage.EXIT && before.midHigh) {
      tell(sitting, Slice.of(sitting.file), Figure.LEFT, at);
    }
    if (before.stage == Stage.EXIT && after.isHere()) {
      tell(sitting, Slice.of(sitting.file), Figure.RETURNED, at);
    }
    after.places.forEach(place -> follow(sitting, place, before.places, at));
  }

  /** Where a member has come from: joined or lost just now, or neither. */
  private void follow(Sitting sitting, Membership place, List<Membership> known, long at) {
    Membership before =
        known.stream().filter(one -> one.day() == place.day()).findFirst().orElse(null);
    if (before == null && !sitting.wasForgotten) {
      tell(sitting, Slice.of(place), Figure.MEMBERS, at);
    }
    for (LostBy definition : LostBy.values()) {
      if (before != null && place.isLost(definition) && !before.isLost(definition)) {
        tell(sitting, Slice.of(place), Figure.lost(definition), at);
      }
    }
  }

  private static Set<Entry> entries(Counted counted) {
    Set<Entry> entries = new HashSet<>();
    if (counted.stage == null) {
      return entries;
    }
    Slice.of(counted.tier, counted.region, counted.places)
        .forEach(
            slice -> {
              entries.add(new Entry(slice, Figure.stage(counted.stage)));
              if (counted.midHigh && counted.isHere()) {
                entries.add(new Entry(slice, Figure.MID_HIGH));
              }
            });
    return entries;
  }

  /** The database of the departed has been told. */
  void exit(Sitting sitting, Exit exit, long at) {
    List<Slice> slices = Slice.of(sitting.file);
    tell(sitting, slices, Figure.exit(exit.cause()), at);
    sitting.output.left(new Leaver(sitting.customerId, exit.at(), at, slices));
  }

  /** An agent's word has moved a case: each case counts once by how far it came. */
  void worked(Sitting sitting, Outcome.Kind kind, long at) {
    List<Slice> slices = Slice.of(sitting.file);
    if (kind == Outcome.Kind.WRONG) {
      tell(sitting, slices, Figure.WRONG, at);
    }
    OpenCase open = sitting.file.open;
    List<String> steps = Figure.stepsBy(kind);
    if (open != null && steps.size() > open.steps) {
      steps.subList(open.steps, steps.size()).forEach(step -> tell(sitting, slices, step, at));
      open.steps = steps.size();
    }
  }

  private void tell(Sitting sitting, List<Slice> slices, String name, long at) {
    slices.forEach(slice -> tell(sitting, new Entry(slice, name), 1, at));
  }

  private void tell(Sitting sitting, Entry entry, int count, long at) {
    if (count != 0) {
      sitting.output.counted(entry.slice, days.dayOf(at), entry.name, count);
    }
  }
}
