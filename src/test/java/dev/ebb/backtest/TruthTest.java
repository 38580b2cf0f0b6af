package dev.ebb.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int NEW_YEAR = (int) LocalDate.of(2026, 1, 1).toEpochDay();

  @TempDir private Path folder;

  @Test
  void shouldReadDatesAndTimes() throws IOException {
    Truth truth =
        read(
            "customerId,leftAt,cause",
            "anna,2026-01-01,port-out",
            "ben,2025-12-31T20:00:00Z,",
            "",
            "\"c,1\",2026-01-01 00:30:00+08:00,fade");

    assertThat(truth.departures().get("anna")).isEqualTo(new Departure(NEW_YEAR, "port-out"));
    assertThat(truth.departures().get("ben")).isEqualTo(new Departure(NEW_YEAR, "unknown"));
    assertThat(truth.departures().get("c,1")).isEqualTo(new Departure(NEW_YEAR, "fade"));
    assertThat(truth.lookAlikes()).isEmpty();
  }

  @Test
  void shouldDoWithoutCauses() throws IOException {
    assertThat(read("customerId,leftAt", "anna,2026-01-01").departures().get("anna").cause())
        .isEqualTo("unknown");
  }

  @Test
  void shouldReadLookAlikesBesideLeavers() throws IOException {
    Truth truth =
        Truth.read(
            List.of(
                write("truth.csv", "customerId,leftAt", "anna,2026-01-01"),
                write("lookalikes.csv", "customerId,kind", "ben,holiday")),
            SHANGHAI);

    assertThat(truth.departures()).containsOnlyKeys("anna");
    assertThat(truth.lookAlikes()).containsEntry("ben", "holiday");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anna,yesterday  | leftAt must be a date or an RFC 3339 time but was 'yesterday'",
        "anna,2026-02-30 | leftAt must be a date or an RFC 3339 time but was '2026-02-30'",
        "anna,           | leftAt must be a date or an RFC 3339 time but was ''",
        ",2026-01-01     | customerId must not be empty",
        "anna            | must have 2 cells but has 1",
        "ben,2026-01-05  | customerId ben must be named once but is named again",
        "\"anna,2026     | a quote is not closed"
      })
  void shouldNameTheLineThatCannotBeRead(String line, String problem) {
    assertThatThrownBy(() -> read("customerId,leftAt", "ben,2026-01-01", line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("truth.csv, line 3: " + problem);
  }

  @Test
  void shouldRefuseAnUnknownHeader() {
    assertThatThrownBy(() -> read("who,when"))
        .hasMessageEndingWith(
            "truth.csv, line 1: the header must be customerId,leftAt[,cause] or customerId,kind"
                + " but was 'who,when'");
  }

  private Truth read(String... lines) throws IOException {
    return Truth.read(List.of(write("truth.csv", lines)), SHANGHAI);
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }
}
