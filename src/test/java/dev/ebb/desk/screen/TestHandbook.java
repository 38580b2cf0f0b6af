package dev.ebb.desk.screen;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.desk.page.SignalNames;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.RuleBook;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.desk.store.TestRules;
import dev.ebb.retention.QuietHours;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;

/** The shipped rules and playbooks. */
public final class TestHandbook {
  private TestHandbook() {}

  public static Handbook of(TestDesk desk) {
    return new Handbook(
        new SignalNames(Map.of()),
        new RuleBook(desk.database, desk.clocks, desk.changes, TestRules.shipped(), false),
        PlaybookFiles.of(null, Currency.getInstance("CNY")),
        new CallRules(ZoneOffset.UTC, QuietHours.NONE, Duration.ofHours(1)));
  }
}
