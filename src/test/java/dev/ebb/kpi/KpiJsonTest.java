package dev.ebb.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ebb.codec.Compacted;
import dev.ebb.retention.Slice;
import dev.ebb.risk.Cohorts;
import dev.ebb.risk.Tier;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KpiJsonTest {
  private static final int JULY_1 = (int) LocalDate.of(2026, 7, 1).toEpochDay();
  private static final int AUGUST_9 = (int) LocalDate.of(2026, 8, 9).toEpochDay();
  private final KpiJson json = new KpiJson(Cohorts.DEFAULT);

  @Test
  void shouldSayByWhichDefinitionAMemberIsLost() throws IOException {
    SliceBook book = new SliceBook();
    book.add(JULY_1, new Counts().add("members", 200).add("stage/C", 200));
    book.add(JULY_1 + 9, new Counts().add("lost/group", 6).add("lost/circle", 2));
    book.add(AUGUST_9, new Counts().add("lost/group", 4));
    JsonNode august = last(book, AUGUST_9, new Slice(JULY_1, Tier.GOLD, null));

    assertThat(august.at("/slice/cohort").asText()).isEqualTo("2026-07-01");
    assertThat(august.at("/slice/tier").asText()).isEqualTo("gold");
    assertThat(august.at("/slice/region").isMissingNode()).isTrue();
    assertThat(august.at("/cohortSize").asInt()).isEqualTo(200);
    JsonNode group = august.at("/retention/0");
    assertThat(group.toString())
        .isEqualTo(
            "{\"definition\":\"group\",\"meaning\":\"left, cancelled or ported out, or 3 months with"
                + " spend below 5000 minor units or outgoing voice below 6000 s since"
                + " 2026-07-01\",\"lost\":4,\"lostThisMonth\":4,\"lostSinceSnapshot\":10,"
                + "\"monthlyRetention\":0.98,\"cohortRetention\":0.95}");
    JsonNode circle = august.at("/retention/1");
    assertThat(circle.at("/meaning").asText())
        .isEqualTo(
            "left, cancelled or ported out, or 3 months with spend below 5000 minor units since"
                + " 2026-07-01 up to the end of 2026");
    assertThat(circle.at("/lostThisMonth").asInt()).isZero();
    assertThat(circle.at("/cohortRetention").asDouble()).isEqualTo(.99);
  }

  @Test
  void shouldMeasureEverybodyByThoseOfTheMonthsStart() throws IOException {
    SliceBook book = new SliceBook();
    book.add(JULY_1 + 20, new Counts().add("mid-high", 50).add("stage/C", 90).add("stage/E", 1));
    book.add(AUGUST_9, new Counts().add("mid-high", -1).add("left", 1));
    JsonNode everybody = last(book, AUGUST_9, new Slice(Slice.EVERYBODY, null, "north"));

    assertThat(everybody.at("/customers").asInt()).isEqualTo(90);
    assertThat(everybody.at("/midHigh").asInt()).isEqualTo(49);
    assertThat(everybody.at("/stages").toString())
        .isEqualTo("{\"A\":0,\"B\":0,\"C\":90,\"D\":0,\"E\":1}");
    assertThat(everybody.at("/retention/0/definition").asText()).isEqualTo("left");
    assertThat(everybody.at("/retention/0/monthlyRetention").asDouble()).isEqualTo(.98);
    assertThat(everybody.at("/slice").toString()).isEqualTo("{\"region\":\"north\"}");
  }

  @Test
  void shouldCountExitsCasesWorkAndLeadTimes() throws IOException {
    SliceBook book = new SliceBook();
    book.add(
        AUGUST_9,
        new Counts()
            .add("exit/tariff", 2)
            .add("exit/unknown", 1)
            .add("alerts", 8)
            .add("alerts/rule/silence", 5)
            .add("withheld", 2)
            .add("withheld/reason/opt-out", 2)
            .add("attempted", 6)
            .add("reached", 4)
            .add("accepted", 1)
            .add("saved", 2)
            .add("lead/3", 1)
            .add("lead/10", 1)
            .add("stage/C", 1));
    JsonNode day = last(book, AUGUST_9, new Slice(Slice.EVERYBODY, null, null));

    assertThat(day.at("/exits").toString())
        .isEqualTo(
            "{\"count\":3,\"causeKnown\":2,\"causeKnownShare\":0.6667,"
                + "\"byCause\":{\"tariff\":2,\"unknown\":1}}");
    assertThat(day.at("/alerts").toString()).isEqualTo("{\"cases\":8,\"byRule\":{\"silence\":5}}");
    assertThat(day.at("/withheld/byReason/opt-out").asInt()).isEqualTo(2);
    assertThat(day.at("/workThisMonth/attemptedOfAlerted").asDouble()).isEqualTo(.75);
    assertThat(day.at("/workThisMonth/reachedOfAttempted").asDouble()).isEqualTo(.6667);
    assertThat(day.at("/workThisMonth/acceptedOfReached").asDouble()).isEqualTo(.25);
    assertThat(day.at("/workThisMonth/savedOfReached").asDouble()).isEqualTo(.5);
    assertThat(day.at("/leadTimeThisMonth").toString())
        .isEqualTo("{\"exitsAfterAlert\":2,\"medianDays\":6.5}");
  }

  @Test
  void shouldNotDivideByNothing() throws IOException {
    SliceBook book = new SliceBook();
    book.add(AUGUST_9, new Counts().add("stage/A", 1));
    String day = last(book, AUGUST_9, new Slice(Slice.EVERYBODY, null, null)).toString();

    assertThat(day).doesNotContain("Share", "monthlyRetention", "Of", "median", "NaN");
  }

  @Test
  void shouldNameASliceSoThatItCanBeReadBack() {
    for (Slice slice :
        new Slice[] {
          new Slice(Slice.EVERYBODY, null, null),
          new Slice(Slice.EVERYBODY, Tier.VALUED, null),
          new Slice(JULY_1, null, "a|b 北")
        }) {
      assertThat(Slice.parse(slice.key())).isEqualTo(slice);
    }
    SliceBook book = new SliceBook();
    book.add(AUGUST_9, new Counts().add("stage/A", 1));
    Compacted message = json.write(new Slice(JULY_1, Tier.GOLD, null), book.tell(AUGUST_9).get(0));
    assertThat(message.customerId()).isEqualTo("2026-08-09|2026-07-01|gold|");
  }

  private JsonNode last(SliceBook book, int day, Slice slice) throws IOException {
    var told = book.tell(day);
    return new ObjectMapper().readTree(json.write(slice, told.get(told.size() - 1)).value());
  }
}
