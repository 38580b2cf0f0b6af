package dev.ebb.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.codec.Mapping;
import dev.ebb.codec.Mapping.Format;
import dev.ebb.codec.Mapping.IdForm;
import dev.ebb.codec.Target;
import dev.ebb.codec.TimeForm;
import dev.ebb.codec.Unit;
import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MappingFileTest {
  private static final String CALLS =
      """
      feed: usage
      format: csv
      customerId: user_id
      at: {from: date, pattern: "yyyy-MM-dd", zone: Europe/Moscow}
      id: {hash: [user_id, date]}
      kind: {from: direction, values: {in: voice-in, out: voice-out}}
      amount: {from: seconds, unit: s}
      """;

  @TempDir Path folder;

  @Test
  void shouldReadAMapping() throws IOException {
    Mapping mapping = read(CALLS + "delimiter: ;\nspread: day\n");

    assertThat(mapping.name()).isEqualTo("calls");
    assertThat(mapping.feed()).isEqualTo(Feed.USAGE);
    assertThat(mapping.layout().format()).isEqualTo(Format.CSV);
    assertThat(mapping.layout().delimiter()).isEqualTo(';');
    assertThat(mapping.layout().header()).isTrue();
    assertThat(mapping.id().source()).isEqualTo(IdForm.Source.HASH);
    assertThat(mapping.spread()).isEqualTo(Spread.DAY);
    assertThat(mapping.columns().get(Target.AT).time().zone()).hasToString("Europe/Moscow");
    assertThat(mapping.columns().get(Target.AMOUNT).unit()).isEqualTo(Unit.SECOND);
    assertThat(mapping.columns().get(Target.KIND).values())
        .isEqualTo(Map.of("in", "voice-in", "out", "voice-out"));
  }

  @Test
  void shouldReadStepsPositionsAndConstants() throws IOException {
    Mapping mapping =
        read(
            """
            feed: spend
            columns: [customer, month, fee]
            customerId: customer
            at: {from: month, base: "2020-01-01", step: month}
            id: {position: true}
            kind: bill
            amount: 500
            """);

    TimeForm time = mapping.columns().get(Target.AT).time();
    assertThat(time.base()).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(time.step()).isEqualTo(Spread.MONTH);
    assertThat(mapping.id().source()).isEqualTo(IdForm.Source.POSITION);
    assertThat(mapping.columns().get(Target.KIND).constant()).isEqualTo("bill");
    assertThat(mapping.columns().get(Target.AMOUNT).constant()).isEqualTo("500");
    assertThat(mapping.layout().header()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          feed: usage | feed: uses | 1: feed must be one of usage, spend, customers, care, outcomes but was uses
          format: csv | format: xml | 2: format must be one of csv, json but was xml
          customerId: user_id | customer: user_id | 1: customerId is missing
          yyyy-MM-dd | yyyy-QQQQQQ | 4: pattern must be a date-time pattern such as yyyy-MM-dd but was yyyy-QQQQQQ
          Europe/Moscow | Mars/Olympus | 4: at.zone must be an IANA zone such as Asia/Shanghai but was Mars/Olympus
          hash: [user_id, date] | hash: [] | 5: id must name at least 1 column but was empty
          hash: [user_id, date] | hush: [user_id, date] | 5: id must be a column, {hash: [columns]} or {position: true}
          voice-out | voice-over | 6: kind.values must be one of voice-out, voice-in, sms-out, sms-in, data but was voice-over
          unit: s | unit: parsec | 7: amount.unit must be one of s, min, h, messages, B, kB, MB, GB, KiB, MiB, GiB, 1, 0.01 but was parsec
          , unit: s | `` | 7: amount.unit is missing
          unit: s | unit: MB | 1: amount.unit MB does not measure voice-in
          {from: seconds, unit: s} | seconds | 7: amount must be a whole number or {from, unit} but was seconds
          from: seconds | form: seconds | 7: amount.form is unknown; known keys are constant, from, unit
          """)
  void shouldTellLineFieldAndBound(String part, String other, String problem) throws IOException {
    assertThatThrownBy(() -> read(CALLS.replace(part, other)))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("calls.yaml:" + problem);
  }

  @Test
  void shouldTellEveryProblemAtOnce() {
    String text = CALLS.replace("unit: s", "unit: x").replace("Europe/Moscow", "x") + "odd: 1\n";

    assertThatThrownBy(() -> read(text))
        .hasMessageContaining("calls.yaml:4:")
        .hasMessageContaining("calls.yaml:7:")
        .hasMessageContaining("calls.yaml:8: odd is unknown");
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shouldReadEveryShippedMapping(Path file) {
    assertThat(MappingFile.read(file).name()).isNotBlank();
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("config", "mappings"))) {
      return files.toList().stream();
    }
  }

  private Mapping read(String text) throws IOException {
    return MappingFile.read(Files.writeString(folder.resolve("calls.yaml"), text));
  }
}
