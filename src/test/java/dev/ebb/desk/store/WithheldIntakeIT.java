package dev.ebb.desk.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.CaseJson;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Withheld;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WithheldIntakeIT {
  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private TestDesk desk;
  private long offset;

  @BeforeEach
  void open() {
    desk = new TestDesk(postgres.open());
  }

  @Test
  void shouldCountWhoeverWasEverHeldOutAsHeldOut() {
    take("a1", Withheld.IMMATURE, Withheld.HOLD_OUT, Withheld.CAP, Withheld.BUDGET);
    assertThat(arm("a1")).isEqualTo("held-out");
  }

  @Test
  void shouldCountWhomTheBudgetOrTheHouseholdKeptBackAsTreated() {
    take("a1", Withheld.IMMATURE, Withheld.BUDGET, Withheld.CAP);
    take("a2", Withheld.HOUSEHOLD);
    take("a3", Withheld.IMMATURE, Withheld.CAP);
    assertThat(arm("a1")).isEqualTo("treated");
    assertThat(arm("a2")).isEqualTo("treated");
    assertThat(arm("a3")).isEqualTo("none");
  }

  private void take(String alertId, Withheld... reasons) {
    WithheldIntake intake = new WithheldIntake(desk.hash);
    TestCase told = TestCase.open(alertId);
    for (Withheld reason : reasons) {
      byte[] json = CaseJson.write(told.withheld(reason).message());
      Told at = new Told(0, offset++, desk.clocks.wallNow());
      desk.database.transact(
          handle -> {
            try {
              intake.take(handle, json, at);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            return null;
          });
      told = told.then(CaseState.WITHHELD, "daily");
    }
  }

  private String arm(String alertId) {
    return desk.database.transact(
        handle ->
            handle
                .createQuery("select coalesce(arm, 'none') from withheld where alert_id = :id")
                .bind("id", alertId)
                .mapTo(String.class)
                .one());
  }
}
