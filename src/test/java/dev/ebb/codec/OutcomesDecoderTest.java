package dev.ebb.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Outcome;
import dev.ebb.event.RejectReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesDecoderTest {
  private static final String CALLBACK =
      """
      {"id":"o1","alertId":"a1","customerId":"c1","at":"2026-11-21T09:00:00Z","kind":"callback",\
      "dueAt":"2026-11-23T01:00:00Z","by":"m7","note":"after work"}""";
  private static final String WRONG =
      """
      {"id":"o2","alertId":"a1","customerId":"c1","at":"2026-11-21T09:00:00Z","kind":"wrong",\
      "reason":"second-line"}""";

  @Test
  void shouldReadWhenToCallBack() {
    Event event = Decoding.event(Feed.OUTCOMES, CALLBACK);

    assertThat(event.kind()).isEqualTo(EventKind.OUTCOME);
    assertThat(event.customerId()).isEqualTo("c1");
    assertThat(event.fingerprint()).isNotZero();
    assertThat(event.outcome())
        .isEqualTo(
            new Outcome(
                "a1",
                Outcome.Kind.CALLBACK,
                null,
                Instant.parse("2026-11-23T01:00:00Z").toEpochMilli(),
                "m7"));
  }

  @Test
  void shouldReadWhyAnAlertWasWrong() {
    assertThat(Decoding.event(Feed.OUTCOMES, WRONG).outcome().reason())
        .isEqualTo(Outcome.Reason.SECOND_LINE);
  }

  @Test
  void shouldIgnoreAReasonThatSaysNothing() {
    String accepted = WRONG.replace("\"wrong\"", "\"declined\"").replace("second-line", "price");

    assertThat(Decoding.event(Feed.OUTCOMES, accepted).outcome())
        .isEqualTo(Outcome.of("a1", Outcome.Kind.DECLINED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "callback" | "saved" | UNKNOWN_KIND | kind must be one of claimed, attempted, reached, accepted, declined, callback, snoozed, wrong, released but was saved
          "callback" | "wrong" | MISSING_FIELD | reason is missing
          "dueAt" | "due" | MISSING_FIELD | dueAt is missing
          "alertId" | "alert" | MISSING_FIELD | alertId is missing
          "2026-11-23 | "2026-11-20 | WRONG_FIELD | dueAt must be 0 to 180 days after at but was 2026-11-20T01:00:00Z
          "2026-11-23 | "2027-11-23 | WRONG_FIELD | dueAt must be 0 to 180 days after at but was 2027-11-23T01:00:00Z
          """)
  void shouldRejectWrongOutcomes(String part, String other, RejectReason reason, String message) {
    Rejected rejected = Decoding.decode(Feed.OUTCOMES, CALLBACK.replace(part, other)).rejected();

    assertThat(rejected.message()).isEqualTo(message);
    assertThat(rejected.reason()).isEqualTo(reason);
  }

  @Test
  void shouldRejectAnUnknownReasonOfAWrongAlert() {
    Rejected rejected =
        Decoding.decode(Feed.OUTCOMES, WRONG.replace("second-line", "bored")).rejected();

    assertThat(rejected.message())
        .isEqualTo(
            "reason must be one of travel, second-line, already-renewed, wrong-person but was bored");
  }

  @Test
  void shouldReadTheTableOfAnotherDesk() {
    Mapping mapping =
        new Mapping(
            "desk",
            Feed.OUTCOMES,
            new Mapping.Layout(
                Mapping.Format.CSV,
                ',',
                '"',
                false,
                List.of("n", "case", "who", "at", "what", "due")),
            new Mapping.IdForm(Mapping.IdForm.Source.COLUMN, List.of("n")),
            Map.of(
                Target.ALERT_ID, Mapping.Column.of("case"),
                Target.CUSTOMER_ID, Mapping.Column.of("who"),
                Target.AT, Mapping.Column.of("at"),
                Target.KIND, Mapping.Column.of("what", Map.of("later", "callback")),
                Target.DUE_AT, Mapping.Column.of("due")),
            dev.ebb.event.Spread.NONE);
    RecordDecoder decoder =
        new FeedBinding(
                0, "desk", Feed.OUTCOMES, mapping, DecoderSettings.defaults(ZoneId.of("UTC")))
            .newDecoder();

    byte[] line =
        "1,a1,c1,2026-11-21T09:00:00Z,later,2026-11-22T09:00:00Z".getBytes(StandardCharsets.UTF_8);
    Event event = decoder.decode(null, line, Decoding.APPENDED, Decoding.PLACE).event();

    assertThat(event.outcome().kind()).isEqualTo(Outcome.Kind.CALLBACK);
    assertThat(event.outcome().dueAt() - event.at()).isEqualTo(86_400_000);
  }
}
