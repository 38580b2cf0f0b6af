package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Spread;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class DaysProperties {

  @Property(tries = 500, seed = "1")
  void shouldAgreeWithTheCalendar(
      @ForAll("zones") String zone,
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 4_000_000_000_000L) long instant,
      @ForAll @LongRange(min = -200_000_000, max = 200_000_000) long step) {
    Days days = new Days(ZoneId.of(zone));
    for (long at : new long[] {instant, instant + step, instant}) {
      int day = days.dayOf(at);
      LocalDate date = Instant.ofEpochMilli(at).atZone(ZoneId.of(zone)).toLocalDate();
      assertThat(day).isEqualTo((int) date.toEpochDay());
      assertThat(at).isBetween(days.startOf(day), days.endOf(day) - 1);
      assertThat(days.dayOf(days.startOf(day) - 1)).isLessThan(day);
      assertThat(Days.monthOf(day)).isEqualTo(date.getYear() * 12 + date.getMonthValue() - 1);
      assertThat(Days.firstDayOfMonth(Days.monthOf(day)))
          .isEqualTo(Days.firstDay(Spread.MONTH, day));
    }
  }

  @Example
  void shouldKnowShortAndLongDays() {
    Days berlin = new Days(ZoneId.of("Europe/Berlin"));
    int spring = LedgerHarness.day("2026-03-29");
    int autumn = LedgerHarness.day("2026-10-25");

    assertThat(berlin.endOf(spring) - berlin.startOf(spring))
        .isEqualTo(Duration.ofHours(23).toMillis());
    assertThat(berlin.endOf(autumn) - berlin.startOf(autumn))
        .isEqualTo(Duration.ofHours(25).toMillis());
  }

  @Example
  void shouldEndPeriodsOnTheirLastDay() {
    int start = LedgerHarness.day("2024-02-01");

    assertThat(Days.lastDay(Spread.NONE, start)).isEqualTo(start);
    assertThat(Days.lastDay(Spread.DAY, start)).isEqualTo(start);
    assertThat(Days.lastDay(Spread.WEEK, start)).isEqualTo(start + 6);
    assertThat(Days.lastDay(Spread.MONTH, start)).isEqualTo(LedgerHarness.day("2024-02-29"));
  }

  @Example
  void shouldTakeAnyInstant() {
    Days days = new Days(ZoneId.of("Asia/Shanghai"));

    assertThat(days.dayOf(Long.MAX_VALUE)).isGreaterThan(1_000_000_000);
    assertThat(days.dayOf(Long.MIN_VALUE)).isLessThan(-1_000_000_000);
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of(
        "Asia/Shanghai",
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Pacific/Apia");
  }
}
