package dev.ebb.desk.page;

import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.TimelineEntry;
import dev.ebb.retention.CaseMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes what pages show of a case. */
public final class CasePages {
  private static final int PERCENT = 100;

  private final Words words;
  private final SignalNames names;
  private final CallRules rules;
  private final String viewer;
  private final Instant now;

  /**
   * Pages for somebody.
   *
   * @param viewer the account's login
   * @param now business time
   */
  public CasePages(Words words, SignalNames names, String viewer, Instant now) {
    this(words, names, CallRules.NONE, viewer, now);
  }

  /** The same under these rules. */
  public CasePages(Words words, SignalNames names, CallRules rules, String viewer, Instant now) {
    this.words = words;
    this.rules = rules;
    this.names = names;
    this.viewer = viewer;
    this.now = now;
  }

  /** Whether the customer may be called now. */
  public Verdict verdict(CaseView view) {
    return new MayICall(words, rules, now).of(view);
  }

  /** The whole page of a case. */
  public CasePage of(CaseView view) {
    return of(view, List.of());
  }

  /**
   * The same where it can be passed on.
   *
   * @param colleagues to whom, by login
   */
  public CasePage of(CaseView view, List<Choice> colleagues) {
    CaseMessage message = view.message();
    List<CaseMessage.Signal> signals = message.signals();
    return new CasePage(
        CaseHead.of(view.card(), now, words),
        verdict(view),
        signals.isEmpty() ? null : why(signals.get(0)),
        signals.isEmpty() ? null : words.ago(Instant.ofEpochMilli(signals.get(0).since()), now),
        signals.stream().skip(1).map(signal -> names.of(signal.rule(), words)).distinct().toList(),
        message.recommended() == null ? null : Move.of(message.recommended(), words),
        hold(view.card()),
        new Facts(words, now).of(view),
        new Charts(words, names).of(view),
        timeline(view),
        signals.stream().map(this::weight).toList(),
        new Times(words, now).callback(),
        new Times(words, now).later(),
        colleagues,
        Tries.of(view, words, now),
        related(view),
        view.undoable() != null && view.undoable().agent().equals(viewer));
  }

  /**
   * A row of the queue.
   *
   * @param series the case's days, or null
   */
  public QueueRow row(CaseCard card, CaseMessage.Series series) {
    return new QueueRow(
        CaseHead.of(card, now, words),
        card.rules().isEmpty() ? "" : names.of(card.rules().get(0), words),
        card.why() == null ? null : words.of(card.why()),
        Math.max(0, card.rules().size() - 1),
        card.region(),
        Spark.of(series),
        hold(card),
        card.contactFrom() == null || !card.contactFrom().isAfter(now)
            ? null
            : words.time(card.contactFrom(), now));
  }

  private Hold hold(CaseCard card) {
    String dueAt = card.dueAt() == null ? null : words.time(card.dueAt(), now);
    return Hold.of(card, viewer, dueAt);
  }

  private List<Related> related(CaseView view) {
    return Stream.of(view.earlier(), view.household())
        .flatMap(List::stream)
        .map(card -> related(card, view.earlier().contains(card)))
        .toList();
  }

  private Related related(CaseCard card, boolean isEarlier) {
    String state = words.word("state", card.state());
    String what = card.rules().isEmpty() ? state : names.of(card.rules().get(0), words);
    return new Related(
        card.alertId(),
        isEarlier ? words.day(words.dayOf(card.openedAt())) : CaseHead.dotted(card.customer()),
        what,
        state);
  }

  private String why(CaseMessage.Signal signal) {
    return words.of(signal.why().filledWith(signal.evidence()));
  }

  private List<Moment> timeline(CaseView view) {
    List<TimelineEntry> entries = new ArrayList<>(view.timeline());
    entries.sort(Comparator.comparing(TimelineEntry::at).reversed());
    return entries.stream().map(this::moment).toList();
  }

  private Moment moment(TimelineEntry entry) {
    boolean isByAgent = entry.agent() != null;
    String text = words.code(isByAgent ? "outcome" : "state", entry.what());
    if (entry.reason() != null) {
      text += words.say("because", words.code("reason", entry.reason()));
    }
    if (entry.dueAt() != null) {
      text += words.say("until", words.time(entry.dueAt(), now));
    }
    return new Moment(
        words.time(entry.at(), now), isByAgent ? entry.agent() : null, text, entry.note());
  }

  private Weight weight(CaseMessage.Signal signal) {
    return new Weight(
        names.of(signal.rule(), words),
        words.word("family", signal.family()),
        (int) Math.round(signal.strength() * PERCENT),
        (int) Math.round(signal.weight() * PERCENT));
  }
}
