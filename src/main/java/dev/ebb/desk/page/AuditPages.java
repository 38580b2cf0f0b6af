package dev.ebb.desk.page;

import dev.ebb.desk.store.AuditKind;
import dev.ebb.desk.store.AuditLog;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes what the page of the audit log shows. */
public final class AuditPages {
  private static final String PROGRAM = "token:";
  private static final Pattern FOR = Pattern.compile("(.+) for (\\S+)");
  private static final Pattern TO = Pattern.compile("to (\\S+)");
  private static final Pattern FOUND = Pattern.compile("(\\d+) cases");
  private static final Pattern LIMITS = Pattern.compile("open (\\d+|null), an hour (\\d+|null)");

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
    Matcher acting = FOR.matcher(it.detail());
    return it.actor().startsWith(PROGRAM) && acting.matches()
        ? words.say("audit.for", detail(it.action(), acting.group(1)), acting.group(2))
        : detail(it.action(), it.detail());
  }

  private String detail(String action, String told) {
    return switch (action) {
      case "outcome" -> words.code("outcome", told);
      case "undo" -> words.code("outcome", told.replaceFirst("^undid ", ""));
      case "win-back" -> words.code("winback", told);
      case "reveal" -> words.code("audit.why", told);
      case "hand-over" -> said("audit.to", TO, told);
      case "search" -> said("audit.found", FOUND, told);
      case "team-limits" ->
          said("audit.limits", LIMITS, told).replace("null", words.say("limits.none"));
      default -> told;
    };
  }

  /** The sentence with what the pattern finds; the text as it is where it has another form. */
  private String said(String key, Pattern form, String told) {
    Matcher found = form.matcher(told);
    return found.matches()
        ? words.say(
            key, IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).toArray())
        : told;
  }
}
