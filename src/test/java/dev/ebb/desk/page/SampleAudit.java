package dev.ebb.desk.page;

import static dev.ebb.desk.page.SampleCases.NOW;

import dev.ebb.desk.store.AuditLog;
import java.time.Instant;
import java.util.List;

/** A made-up audit log. */
final class SampleAudit {
  private SampleAudit() {}

  static AuditView of(Words words) {
    return new AuditPages(words, SampleCases.NAMES)
        .of(
            new AuditPages.Asked("", "", NOW.toString().substring(0, 10)),
            List.of("chen", "lin", "token:crm", "zhao"),
            List.of(
                line(5, "lin", "reveal", "a1", "13***07", "call"),
                line(4, "lin", "outcome", "a1", "13***07", "claimed"),
                line(3, "zhao", "rule-stop", "falling-mou", null, "too many on trips"),
                line(2, "token:crm", "search", "0badcafe", null, "1 cases"),
                line(1, "zhao", "sign-in", null, null, "127.0.0.1")),
            "/lead/audit?after=x",
            "/lead/audit.csv");
  }

  private static AuditLog.Line line(
      long id, String actor, String action, String subject, String customer, String detail) {
    Instant at = NOW.plusSeconds(id);
    return new AuditLog.Line(id, at, actor, action, subject, customer != null, customer, detail);
  }
}
