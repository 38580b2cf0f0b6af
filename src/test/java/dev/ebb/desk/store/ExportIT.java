package dev.ebb.desk.store;

import static dev.ebb.desk.store.LeadStore.SHANGHAI;
import static dev.ebb.desk.store.LeadStore.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.Export.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportIT {
  private static final Figures.Span NOVEMBER = span("2026-11-01T00:00", "2026-12-01T00:00");

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();

  @Test
  void shouldMaskNumbersWhereverTheyStand() {
    new LeadStore(postgres.open())
        .alert("a1", "13912345678", "P1", "2026-11-02T10:00", "silence", "expiry")
        .outcome("a1", "ann", "declined", "unavailable", "device", "2026-11-02T11:00")
        .sql(
            "update outcomes set customer_id = '13912345678', note = 'now +86 139-1234 5678, 2 sims'")
        .exit("13912345678", "2026-11-05T10:00", "tariff", "stated")
        .winBack("13912345678", "2026-11-19", "P14")
        .sql("update win_backs set attempts = 2, result = 'declined'");

    assertThat(rows(Table.CASES))
        .satisfiesExactly(
            header -> assertThat(header).startsWith("alert_id", "customer_id", "state"),
            row ->
                assertThat(row)
                    .startsWith("a1", "13***78", "open", "", "2026-11-02T10:00+08:00")
                    .contains("silence;expiry", "15200"));
    assertThat(rows(Table.OUTCOMES).get(1))
        .contains("13***78", "unavailable", "device", "now +8***78, 2 sims");
    assertThat(rows(Table.EXITS).get(1))
        .containsExactly(
            "13***78",
            "2026-11-05T10:00+08:00",
            "ported-out",
            "tariff",
            "stated",
            "15200",
            "gold",
            "2",
            "declined");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13912345678",
        "139.1234.5678",
        "(139) 1234-5678",
        "（139）1234－5678",
        "＋８６１３９１２３４５６７８",
        "139\u00A01234\u00A05678"
      })
  void shouldMaskNumbersHoweverTheyAreTyped(String number) {
    new LeadStore(postgres.open())
        .outcome("a1", "ann", "declined", "now " + number + ", 2 sims", "2026-11-02T11:00");
    String reason = rows(Table.OUTCOMES).get(1).get(4);
    assertThat(reason).matches("now ..\\*\\*\\*.., 2 sims");
  }

  @Test
  void shouldReadManyRowsInTheirOrderWithoutHoldingThem() {
    new LeadStore(postgres.open())
        .sql(
            """
            insert into outcomes (id, alert_id, customer_id, kind, agent, at, recorded_at,
              release_at, turn)
            select 'o' || n, 'a', '1', 'claimed', 'ann', '2026-11-02T10:00Z', now(), now(), 1
            from generate_series(1, 5000) n
            """);

    List<List<String>> rows = rows(Table.OUTCOMES);
    assertThat(rows).hasSize(5_001);
    assertThat(rows.get(5_000).get(0)).isEqualTo("o5000");
  }

  private List<List<String>> rows(Table table) {
    List<List<String>> rows = new ArrayList<>();
    new Export(postgres.open(), SHANGHAI).read(table, NOVEMBER, rows::add);
    return rows;
  }
}
