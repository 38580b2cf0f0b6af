package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Profile;
import dev.ebb.retention.QuietHours;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tries of a customer who may be called from 8 to 21 in Shanghai. */
class RetryTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final QuietHours QUIET = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
  private static final Retry RETRY = new Retry(new CallRules(ZONE, QUIET, null), 3);

  @ParameterizedTest
  @CsvSource({
    "10:00, 20T13:00",
    "08:10, 20T12:10",
    "12:30, 20T18:00",
    "17:50, 21T10:05",
    "19:00, 21T10:00",
  })
  void shouldTryInAnotherPartOfTheDay(String tried, String next) {
    assertThat(RETRY.after(at("20T" + tried), List.of(), null)).isEqualTo(at(next));
  }

  @Test
  void shouldTakeThePartThatIsLeft() {
    assertThat(RETRY.after(at("20T13:00"), List.of(at("20T09:00")), null))
        .isEqualTo(at("20T18:00"));
    assertThat(RETRY.after(at("20T18:00"), List.of(at("20T13:00")), null))
        .isEqualTo(at("21T10:00"));
    assertThat(RETRY.after(at("20T18:00"), List.of(at("19T09:00")), null))
        .isEqualTo(at("21T12:00"));
  }

  @Test
  void shouldBeginAnewWhereAllPartsWereTried() {
    List<Instant> before = List.of(at("18T09:00"), at("18T19:00"), at("19T13:00"));

    assertThat(RETRY.after(at("20T09:00"), before, null)).isEqualTo(at("20T12:00"));
  }

  @Test
  void shouldHeedTheCustomersOwnHours() {
    assertThat(RETRY.after(at("20T10:00"), List.of(), quiet("12:00", "18:00")))
        .as("nothing but the evening is left")
        .isEqualTo(at("20T20:00"));
    assertThat(RETRY.after(at("20T10:00"), List.of(), quiet("12:00", "09:00")))
        .as("no other part of the day is allowed")
        .isEqualTo(at("21T09:00"));
  }

  @Test
  void shouldWakeNobodyWhereNoHourIsQuiet() {
    Retry anyHour = new Retry(new CallRules(ZONE, QuietHours.NONE, null), 3);

    assertThat(anyHour.after(at("20T18:00"), List.of(at("20T12:00")), null))
        .isEqualTo(at("21T08:00"));
  }

  private static Profile quiet(String from, String to) {
    Profile.Contact contact =
        new Profile.Contact(
            false, List.of(), null, LocalTime.parse(from), LocalTime.parse(to), null);
    return new Profile(
        0, null, null, null, null, List.of(), null, null, null, null, null, null, contact);
  }

  private static Instant at(String dayAndTime) {
    return LocalDateTime.parse("2026-11-" + dayAndTime).atZone(ZONE).toInstant();
  }
}
