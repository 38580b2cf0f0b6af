package dev.ebb.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Quiet hours against a clock that is watched minute by minute, around changes of the clock. */
class QuietHoursProperties {
  private static final long MINUTE = 60_000;
  private static final int QUARTERS = 96;

  @Property(tries = 2_000, seed = "1")
  void theFirstMinuteThatIsNotQuiet(
      @ForAll("places") Place place,
      @ForAll @IntRange(min = -2_880, max = 2_880) int minute,
      @ForAll @IntRange(max = QUARTERS - 1) int from,
      @ForAll @IntRange(max = QUARTERS - 1) int to) {
    LocalTime begins = LocalTime.ofSecondOfDay(from * 900L);
    LocalTime ends = LocalTime.ofSecondOfDay(to * 900L);
    long at = place.change() + minute * MINUTE;
    long watched = firstFrom(at, place, time -> !isQuiet(time, begins, ends));

    assertThat(new QuietHours(begins, ends).notBefore(at, place.zone()))
        .as("%s to %s at %s", begins, ends, Instant.ofEpochMilli(at).atZone(place.zone()))
        .isEqualTo(watched);
  }

  @Property(tries = 2_000, seed = "1")
  void theFirstMinuteThatIsQuiet(
      @ForAll("places") Place place,
      @ForAll @IntRange(min = -2_880, max = 2_880) int minute,
      @ForAll @IntRange(max = QUARTERS - 1) int from,
      @ForAll @IntRange(max = QUARTERS - 1) int to) {
    LocalTime begins = LocalTime.ofSecondOfDay(from * 900L);
    LocalTime ends = LocalTime.ofSecondOfDay(to * 900L);
    long at = place.change() + minute * MINUTE;
    Long watched = from == to ? null : firstFrom(at, place, time -> isQuiet(time, begins, ends));

    assertThat(new QuietHours(begins, ends).nextAfter(at, place.zone()))
        .as("%s to %s from %s on", begins, ends, Instant.ofEpochMilli(at).atZone(place.zone()))
        .isEqualTo(watched);
  }

  private static long firstFrom(long at, Place place, Predicate<LocalTime> sought) {
    return LongStream.iterate(at, minute -> minute + MINUTE)
        .filter(
            minute -> sought.test(LocalTime.ofInstant(Instant.ofEpochMilli(minute), place.zone())))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isQuiet(LocalTime time, LocalTime from, LocalTime to) {
    int minutes = time.toSecondOfDay() / 60;
    int begin = from.toSecondOfDay() / 60;
    int length = Math.floorMod(to.toSecondOfDay() / 60 - begin, 1_440);
    return Math.floorMod(minutes - begin, 1_440) < length;
  }

  /** A zone and an instant at which its clocks are changed, or one in a zone that never does. */
  private record Place(ZoneId zone, long change) {
    static Place of(String zone, String change) {
      return new Place(ZoneId.of(zone), Instant.parse(change).toEpochMilli());
    }
  }

  @Provide
  Arbitrary<Place> places() {
    return Arbitraries.of(
        List.of(
            Place.of("Europe/London", "2026-03-29T01:00:00Z"),
            Place.of("Europe/London", "2026-10-25T01:00:00Z"),
            Place.of("Australia/Lord_Howe", "2026-10-03T15:30:00Z"),
            Place.of("America/Santiago", "2026-09-06T04:00:00Z"),
            Place.of("Asia/Shanghai", "2026-03-01T16:00:00Z")));
  }
}
