package dev.ebb.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import dev.ebb.ledger.Days;
import dev.ebb.signal.CareLog.Note;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CareLogProperties {
  private static final Days DAYS = new Days(ZoneOffset.UTC);
  private static final long HOUR = 3_600_000;

  @Property(seed = "1")
  void theOrderOfArrivalDoesNotMatter(@ForAll("notes") List<Note> notes, @ForAll Random random) {
    List<Note> shuffled = new ArrayList<>(notes);
    Collections.shuffle(shuffled, random);

    assertThat(log(shuffled)).isEqualTo(log(notes));
  }

  @Property(seed = "1")
  void theLogIsShortAndSortedAndReachesNoFurtherThanItSays(@ForAll("notes") List<Note> notes) {
    List<Note> kept = log(notes).notes();

    assertThat(kept).hasSizeLessThanOrEqualTo(CareLog.LENGTH);
    assertThat(kept).extracting(Note::at).isSorted();
    if (!notes.isEmpty()) {
      long newest = notes.stream().mapToLong(Note::at).max().orElseThrow();
      assertThat(kept.get(kept.size() - 1).at()).isEqualTo(newest);
      assertThat(kept.get(0).at()).isGreaterThanOrEqualTo(newest - CareLog.REACH_DAYS * 24 * HOUR);
    }
  }

  @Property(seed = "1")
  void ofTheFaultsOfADayOneIsKept(@ForAll("notes") List<Note> notes) {
    var perDay =
        log(notes).notes().stream()
            .filter(note -> note.care().kind() == Kind.FAULT)
            .map(note -> DAYS.dayOf(note.at()) + note.attribute("incident"));

    assertThat(perDay.toList()).doesNotHaveDuplicates();
  }

  private static CareLog log(List<Note> notes) {
    CareLog log = CareLog.EMPTY;
    for (Note note : notes) {
      log = log.with(note, DAYS);
    }
    return log;
  }

  @Provide
  Arbitrary<List<Note>> notes() {
    Arbitrary<Map<String, String>> attributes =
        Arbitraries.of(
            List.of(
                Map.<String, String>of(),
                Map.of("incident", "I-1"),
                Map.of("note", "read by nobody")));
    return Combinators.combine(
            Arbitraries.longs().between(0, 300 * 24),
            Arbitraries.of(Kind.FAULT, Kind.FAULT, Kind.DROPPED_CALL, Kind.COMPLAINT),
            Arbitraries.of(Source.class),
            attributes)
        .as(CareLogProperties::note)
        .list()
        .ofMaxSize(60);
  }

  private static Note note(long hour, Kind kind, Source source, Map<String, String> attributes) {
    return new Note(hour * HOUR, new Care(kind, source, attributes));
  }
}
