package dev.ebb.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.codec.Decoded;
import dev.ebb.codec.DecoderSettings;
import dev.ebb.codec.FeedBinding;
import dev.ebb.codec.Limits;
import dev.ebb.codec.Mapping;
import dev.ebb.codec.Mapping.Column;
import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder;
import dev.ebb.codec.Target;
import dev.ebb.codec.TimeForm;
import dev.ebb.codec.Unit;
import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import dev.ebb.event.Spread;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedFeedsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String HEADER = "user,day,minutes\r\n";

  @TempDir Path folder;

  record Read(long time, Decoded decoded) {}

  @Test
  void shouldReplayAFileGroupedByCustomerInOrderOfTime() throws IOException {
    SortedFeeds sorted =
        sort(Spread.NONE, HEADER + "a,2026-03-01,1\r\na,2026-03-09,2\r\nb,2026-03-05,3\r\n");

    assertThat(read(sorted))
        .extracting(r -> r.decoded().event().amount())
        .containsExactly(60L, 180L, 120L);
    assertThat(sorted.lines()).containsExactly(3L);
    assertThat(sorted.lastDay()).isEqualTo(day("2026-03-09"));
  }

  @Test
  void shouldKeepRejectedLinesBesideTheirNeighboursSoThatAllAddUp() throws IOException {
    SortedFeeds sorted =
        sort(Spread.NONE, HEADER + "broken\nb,2026-03-05,3\n\nb,2026-03-07,-1\na,2026-03-01,1");

    List<Read> read = read(sorted);
    assertThat(read).hasSize(5);
    assertThat(sorted.lines()).containsExactly(5L);
    assertThat(read)
        .extracting(r -> r.decoded().event() == null)
        .containsExactly(true, false, false, true, true);
    assertThat(read.get(0).time()).isEqualTo(Long.MIN_VALUE);
    assertThat(read.get(0).decoded().rejected().offset()).isEqualTo(2);
    assertThat(read.get(0).decoded().rejected().value())
        .isEqualTo("broken".getBytes(StandardCharsets.UTF_8));
    assertThat(read.get(4).time()).isEqualTo(read.get(2).time());
    assertThat(read.get(4).decoded().rejected().reason()).isEqualTo(RejectReason.NEGATIVE);
  }

  @Test
  void shouldReachToTheEndOfThePeriodOfASpreadRecord() throws IOException {
    SortedFeeds sorted = sort(Spread.MONTH, HEADER + "a,2026-01-01,1\na,2026-02-01,1\n");

    assertThat(sorted.lastDay()).isEqualTo(day("2026-02-28"));
  }

  @Test
  void shouldRejectWhatLiesApartBeyondTheMainBody() throws IOException {
    SortedFeeds sorted =
        sort(
            Spread.NONE,
            HEADER
                + "a,1999-01-01,1\na,2026-03-01,1\na,2026-03-20,2\na,2026-04-10,3\na,2062-03-21,4\n");

    List<Read> read = read(sorted);
    assertThat(sorted.lastDay()).isEqualTo(day("2026-04-10"));
    assertThat(read.subList(0, 4)).allMatch(r -> r.decoded().event() != null);
    assertThat(read.get(4).decoded().rejected().reason()).isEqualTo(RejectReason.FUTURE);
    assertThat(read.get(4).decoded().rejected().message())
        .isEqualTo(
            "at must follow the other records, which end at 2026-04-09T16:00:00Z, without a gap"
                + " beyond max-watermark-step but was 2062-03-20T16:00:00Z");
    assertThat(read.get(4).decoded().rejected().value())
        .isEqualTo("a,2062-03-21,4".getBytes(StandardCharsets.UTF_8));
    assertThat(read.get(4).time()).isEqualTo(read.get(3).time());
  }

  @Test
  void shouldNotTakeTheTimeBetweenPeriodsForAGap() throws IOException {
    SortedFeeds sorted =
        sort(Spread.MONTH, HEADER + "a,2026-01-01,1\na,2026-02-01,1\na,2026-03-01,1\n");

    assertThat(read(sorted)).allMatch(r -> r.decoded().event() != null);
  }

  @Test
  void shouldKeepTheLineOfAnEventThatTheLedgerMayYetRefuse() throws IOException {
    SortedFeeds sorted = sort(Spread.NONE, HEADER + "a,2026-03-09,1\na,2026-03-01,1\n");

    RawRecord first = RawRecord.unpack(read(sorted).get(0).decoded().event().raw());
    assertThat(first.value()).isEqualTo("a,2026-03-01,1".getBytes(StandardCharsets.UTF_8));
    assertThat(first.place()).isEqualTo(new RecordDecoder.Place("in", -1, 3));
  }

  @Test
  void shouldHoldAnEndlessLineToTheBound() throws IOException {
    Path file = Files.write(folder.resolve("in"), new byte[3 * Limits.RECORD_BYTES]);
    FeedBinding binding =
        new FeedBinding(0, "usage", Feed.USAGE, null, DecoderSettings.defaults(ZONE));

    SortedFeeds sorted = sort(new FeedFile(binding, file));

    assertThat(read(sorted).get(0).decoded().rejected().reason()).isEqualTo(RejectReason.TOO_LONG);
  }

  @Test
  void shouldNameTheColumnThatAFileLacks() {
    assertThatThrownBy(() -> sort(Spread.NONE, "user,day\na,2026-03-01\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mapping calls names the column minutes but the header has user, day");
    assertThatThrownBy(() -> sort(Spread.NONE, ""))
        .hasMessageEndingWith("must start with a header but is empty");
  }

  @Test
  void shouldReadOnFromAnyPosition() throws IOException {
    StringBuilder lines = new StringBuilder(HEADER);
    for (int i = 0; i < 5_000; i++) {
      lines.append("c").append(i).append(",2026-03-01,1\n");
    }
    Path file = sort(Spread.NONE, lines.toString()).files().get(0);
    List<SortedSplit.Position> positions = new ArrayList<>();
    List<String> customers = new ArrayList<>();
    try (SortedFileReader in = new SortedFileReader(file)) {
      while (in.hasNext()) {
        positions.add(in.position());
        customers.add(in.next().event().customerId());
      }
    }
    for (int i = 0; i < positions.size(); i += 777) {
      try (SortedFileReader in = new SortedFileReader(file, positions.get(i))) {
        assertThat(in.hasNext()).isTrue();
        assertThat(in.next().event().customerId()).isEqualTo(customers.get(i));
      }
    }
  }

  @Test
  void shouldNoticeDamage() throws IOException {
    Path file = sort(Spread.NONE, HEADER + "a,2026-03-01,1\n").files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[25] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> new SortedFileReader(file).hasNext())
        .hasMessageEndingWith("is damaged in the block at byte 6");

    bytes[25] ^= 1;
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 9));
    try (SortedFileReader in = new SortedFileReader(file)) {
      assertThat(in.hasNext()).isTrue();
      in.next();
      assertThatThrownBy(in::hasNext).hasMessageContaining("is cut off at byte");
    }
  }

  private SortedFeeds sort(Spread spread, String text) throws IOException {
    Mapping mapping =
        new Mapping(
            "calls",
            Feed.USAGE,
            Mapping.Layout.CSV,
            new Mapping.IdForm(Mapping.IdForm.Source.POSITION, List.of()),
            Map.of(
                Target.CUSTOMER_ID, Column.of("user"),
                Target.AT, Column.of("day", TimeForm.pattern("yyyy-MM-dd")),
                Target.KIND, Column.constant("voice-out"),
                Target.AMOUNT, Column.of("minutes", Unit.MINUTE)),
            spread);
    FeedBinding binding =
        new FeedBinding(0, "usage:calls", Feed.USAGE, mapping, DecoderSettings.defaults(ZONE));
    return sort(new FeedFile(binding, Files.writeString(folder.resolve("in"), text)));
  }

  private SortedFeeds sort(FeedFile file) throws IOException {
    return SortedFeeds.sort(
        List.of(file),
        new SortedFeeds.Settings(folder, 1, 100, Duration.ofDays(30), ZONE),
        (lines, share) -> {});
  }

  private static List<Read> read(SortedFeeds sorted) throws IOException {
    List<Read> read = new ArrayList<>();
    try (SortedFileReader in = new SortedFileReader(sorted.files().get(0))) {
      while (in.hasNext()) {
        read.add(new Read(in.time(), in.next()));
      }
    }
    return read;
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }
}
