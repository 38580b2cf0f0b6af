package dev.ebb.codec;

import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Outcome;
import dev.ebb.event.RejectReason;
import java.io.IOException;
import java.time.Instant;

/** The canonical outcomes record. The note is for other readers of the topic. */
final class OutcomesReader extends JsonReader {
  private static final FieldSet FIELDS =
      FieldSet.requiring("id", "alertId", "customerId", "at", "kind")
          .allowing("reason", "dueAt", "by", "note");

  private final Fingerprint ids = new Fingerprint(Feed.OUTCOMES.label());

  @Override
  void fields(JsonCursor in, EventDraft draft) throws IOException, Refusal {
    String alertId = null;
    Outcome.Kind kind = null;
    String reason = null;
    Long dueAt = null;
    String by = null;
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = FIELDS.once(seen, name);
      switch (name) {
        case "id" -> draft.fingerprint = ids.of(in.text(name, Limits.ID));
        case "alertId" -> alertId = in.text(name, Limits.ID);
        case "customerId" -> draft.customerId = in.text(name, Limits.ID);
        case "at" -> draft.at = in.instant(name);
        case "kind" -> kind = in.word(name, Words.OUTCOME_KINDS, RejectReason.UNKNOWN_KIND);
        case "reason" -> reason = in.word(name);
        case "dueAt" -> dueAt = in.instant(name);
        case "by" -> by = in.word(name);
        default -> in.skip();
      }
    }
    FIELDS.checkComplete(seen);
    draft.kind = EventKind.OUTCOME;
    draft.outcome = outcome(alertId, kind, reason, dueAt, by, draft.at);
  }

  /** A checked outcome; the reason is read only where it says why an alert was wrong. */
  static Outcome outcome(
      String alertId, Outcome.Kind kind, String reason, Long dueAt, String by, long at)
      throws Refusal {
    boolean isWrong = kind == Outcome.Kind.WRONG;
    if (isWrong && reason == null) {
      throw Refusal.missing("reason");
    }
    if (isWrong && !Words.OUTCOME_REASONS.containsKey(reason)) {
      String known = String.join(", ", Words.OUTCOME_REASONS.keySet());
      throw Refusal.wrong("reason", "one of " + known, reason);
    }
    return new Outcome(
        alertId,
        kind,
        isWrong ? Words.OUTCOME_REASONS.get(reason) : null,
        kind.needsDueAt() ? checkedDue(dueAt, at) : null,
        by);
  }

  private static long checkedDue(Long dueAt, long at) throws Refusal {
    if (dueAt == null) {
      throw Refusal.missing("dueAt");
    }
    if (dueAt < at || dueAt - at > Limits.LONGEST_DELAY) {
      throw Refusal.wrong(
          "dueAt", "0 to 180 days after at", Instant.ofEpochMilli(dueAt).toString());
    }
    return dueAt;
  }
}
