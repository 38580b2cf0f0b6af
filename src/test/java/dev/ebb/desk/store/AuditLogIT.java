package dev.ebb.desk.store;

import static dev.ebb.desk.store.TestDesk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.AuditLog.Filter;
import dev.ebb.desk.store.AuditLog.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditLogIT {
  private static final Filter ALL = new Filter(null, null, null);

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private TestDesk desk;
  private Audit audit;
  private AuditLog log;

  @BeforeEach
  void open() {
    desk = new TestDesk(postgres.open());
    audit = new Audit(desk.database, desk.clocks);
    log = new AuditLog(desk.database);
  }

  @Test
  void shouldPageThroughEachEntryOnceTheNewestFirst() {
    for (int i = 0; i < 10; i++) {
      audit.note("ann", "export", "e" + i, null);
      desk.pass(Duration.ofSeconds(i % 3 / 2));
    }

    List<Line> paged = new ArrayList<>();
    AuditLog.Mark mark = null;
    List<Line> page;
    while (!(page = log.page(ALL, mark, 3)).isEmpty()) {
      paged.addAll(page);
      mark = AuditLog.Mark.parse(page.get(page.size() - 1).mark().toString());
    }

    assertThat(paged)
        .extracting(Line::subject)
        .containsExactly("e9", "e8", "e7", "e6", "e5", "e4", "e3", "e2", "e1", "e0");
  }

  @Test
  void shouldFindWhatSomebodyDidOfAKindOnADay() {
    audit.note("ann", "reveal", "a1", "call");
    audit.note("bob", "reveal", "a2", "look");
    audit.note("ann", "sign-in-failed", null, "10.20.30.40");
    desk.pass(Duration.ofHours(12));
    audit.note("ann", "search", "0badcafe", "1 cases");
    Figures.Span today = new Figures.Span(NOON, NOON.plus(Duration.ofHours(12)));

    assertThat(actions(new Filter("ann", null, null)))
        .containsExactly("search", "sign-in-failed", "reveal");
    assertThat(actions(new Filter(null, AuditKind.REVEAL, null)))
        .containsExactly("search", "reveal", "reveal");
    assertThat(actions(new Filter("ann", AuditKind.REVEAL, today))).containsExactly("reveal");
    assertThat(log.page(new Filter(null, AuditKind.SIGN_IN, today), null, 10))
        .extracting(Line::detail)
        .containsExactly("10.20.30.40");
  }

  @Test
  void shouldMaskWhoeverAnEntryIsAbout() {
    desk.tell(TestCase.open("a1").of("13912345678").message());
    new LeadStore(desk.database).exit("13800000042", "2026-11-01T10:00", "tariff", "stated");
    audit.note("token:crm", "reveal", "a1", "called 139 1234 5678 back");
    audit.note("ann", "win-back", LeadStore.exitId("13800000042"), "returned");

    List<Line> lines = log.page(ALL, null, 10);
    List<Line> read = new ArrayList<>();
    log.read(ALL, read::add);

    assertThat(lines).extracting(Line::customer).containsExactly("13***42", "13***78");
    assertThat(lines).extracting(Line::isCase).containsExactly(false, true);
    assertThat(lines.get(1).detail()).doesNotContain("1234").startsWith("called 13***78");
    assertThat(read).isEqualTo(lines);
  }

  @Test
  void shouldTakeNoDateOrAddressForANumber() {
    audit.note("lea", "export", "cases", "2026-10-01 to 2026-11-20");
    audit.note("lea", "token-added", "crm", "cases:read until 2027-01-31T00:00:00Z");
    audit.note("ann", "sign-in", null, "10.20.30.40, by https://id.example");
    audit.note("lea", "rule-stop", "silence", "too many, see 139 1234 5678");

    assertThat(log.page(ALL, null, 10))
        .extracting(Line::detail)
        .containsExactly(
            "too many, see 13***78",
            "10.20.30.40, by https://id.example",
            "cases:read until 2027-01-31T00:00:00Z",
            "2026-10-01 to 2026-11-20");
  }

  @Test
  void shouldTakeNoMarkThatIsNone() {
    for (String text : new String[] {"x", "2026-11-20T12:00:00Z~me", "yesterday~1", null}) {
      assertThat(AuditLog.Mark.parse(text)).as(text).isNull();
    }
  }

  private List<String> actions(Filter filter) {
    return log.page(filter, null, 10).stream().map(Line::action).toList();
  }
}
