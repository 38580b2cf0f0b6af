package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CasesIT {
  @RegisterExtension private final TestDatabase postgres = new TestDatabase();

  @Test
  void shouldShowTheDaysOfTheCaseBeforeUntilItsOwnAreTold() {
    TestDesk desk = new TestDesk(postgres.open());
    desk.tell(
        TestCase.open("old").of("c").message(),
        TestCase.open("new").of("c").message(),
        TestCase.open("other").of("d").message());
    desk.sql(
        """
        update cases set message = jsonb_set(message, '{series}',
          '{"mou": [1, 2.5, null], "spend": [null, null, 300], "from": "2026-11-01"}')
        where alert_id = 'old'
        """);

    assertThat(desk.cases.view("new").orElseThrow().course().mou()).containsExactly(60, 150, -1);
    assertThat(desk.cases.view("old").orElseThrow().course().spend()).containsExactly(-1, -1, 300);
    assertThat(desk.cases.view("other").orElseThrow().course()).isNull();
  }

  @Test
  void shouldNotTakeDaysOfWhichNothingIsKnownForACourse() {
    TestDesk desk = new TestDesk(postgres.open());
    desk.tell(TestCase.open("new").message());
    desk.sql(
        """
        update cases set message = jsonb_set(message, '{series}',
          '{"mou": [null, null], "spend": [null, null], "from": "2026-11-01"}')
        """);

    assertThat(desk.cases.view("new").orElseThrow().course()).isNull();
  }
}
