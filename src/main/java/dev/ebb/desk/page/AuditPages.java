package dev.ebb.desk.page;

import dev.ebb.desk.store.AuditKind;
import dev.ebb.desk.store.AuditLog;
import java.util.List;
import java.util.stream.Stream;

/** Makes what the page of the audit log shows. */
public final class AuditPages {
  private final Words words;
  private final SignalNames names;

  /** Pages in this language. */
  public AuditPages(Words words, SignalNames names) {
    this.words = words;
    this.names = names;
  }

  /**
   * The page.
   *
   * @param asked person, kind and day as they stand in the address
   */
  public AuditView of(
      Asked asked, List<String> people, List<AuditLog.Line> lines, String older, String export) {
    return new AuditView(
        asked.person(),
        asked.kind(),
        asked.day(),
        people,
        Stream.of(AuditKind.values())
            .map(kind -> new Choice(kind.label(), words.word("audit.kind", kind)))
            .toList(),
        lines.stream().map(this::line).toList(),
        older,
        export);
  }

  /** What the page is asked for; empty where all will do. */
  public record Asked(String person, String kind, String day) {}

  private AuditView.Line line(AuditLog.Line it) {
    boolean isNumber = it.customer() != null;
    return new AuditView.Line(
        words.exactTime(it.at()),
        it.actor(),
        words.code("audit.did", it.action()),
        isNumber ? CaseHead.dotted(it.customer()) : subject(it),
        it.isCase() ? "/case/" + it.subject() : null,
        isNumber,
        it.detail() == null ? "" : detail(it));
  }

  private String subject(AuditLog.Line it) {
    if (it.subject() == null) {
      return "";
    }
    return it.action().startsWith("rule-") ? names.of(it.subject(), words) : it.subject();
  }

  private String detail(AuditLog.Line it) {
    return switch (it.action()) {
      case "outcome" -> words.code("outcome", it.detail());
      case "win-back" -> words.code("winback", it.detail());
      case "reveal" -> words.code("audit.why", it.detail());
      default -> it.detail();
    };
  }
}
