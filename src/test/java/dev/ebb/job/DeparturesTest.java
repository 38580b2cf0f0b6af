package dev.ebb.job;

import static dev.ebb.job.Samples.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.Peers;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.ledger.BaseIndex;
import dev.ebb.ledger.Days;
import dev.ebb.ledger.History;
import dev.ebb.ledger.IndexTable;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeparturesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DAY = 20_500;
  private static final long NOON = new Days(ZONE).startOf(DAY) + 12 * 3_600_000L;

  private final Departures departures = new Departures(ZONE);

  @ParameterizedTest
  @ValueSource(strings = {ANNA, "13800000001", "+8613800000001", "customer-7"})
  void shouldTellFriendsWhoKnowTheNumber(String customerId) {
    IndexTable table = new IndexTable();
    departures.of(said(customerId, Care.Kind.PORTED_OUT)).into(table);

    long asPeer = History.person(new Peers().of(customerId));
    assertThat(table.leftOn(asPeer)).isEqualTo(DAY);
    assertThat(table.leftOn(asPeer + 1)).isEqualTo(BaseIndex.STILL_HERE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Care.Kind.class,
      names = {"PORTED_OUT", "CANCELLED"},
      mode = EnumSource.Mode.EXCLUDE)
  void shouldTellNothingOfOtherEvents(Care.Kind kind) {
    assertThat(departures.of(said(ANNA, kind))).isNull();
  }

  @Test
  void shouldBeKeptUntilItHelpsNobodyAnyMore() {
    Control first = Control.departed(-1L >>> 24, DAY);
    Control second = Control.departed(2, DAY + IndexTable.DEPARTURE_DAYS);

    assertThat(first.key()).isNotEqualTo(second.key());
    assertThat(first.isOutdatedBy(Control.departed(2, DAY + IndexTable.DEPARTURE_DAYS - 1)))
        .isFalse();
    assertThat(first.isOutdatedBy(second)).isTrue();
    assertThat(second.isOutdatedBy(first)).isFalse();
  }

  private static Event said(String customerId, Care.Kind kind) {
    return Event.of(customerId, NOON, 1, new Care(kind, Care.Source.CUSTOMER, Map.of()));
  }
}
