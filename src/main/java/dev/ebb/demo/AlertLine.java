package dev.ebb.demo;

import dev.ebb.codec.Masking;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Offer;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.CaseMessage.Signal;
import dev.ebb.risk.Band;
import dev.ebb.risk.Bands;
import dev.ebb.risk.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A case for people at a terminal: one line says who and how grave, one why, one what to do. A case
 * that has ended takes one line.
 */
public final class AlertLine {

  private static final String INDENT = "    ";

  private final Language language;
  private final Bands bands;
  private final Paint paint;
  private final DateTimeFormatter time;

  /**
   * How to show cases.
   *
   * @param zone in which times are told
   */
  public AlertLine(Language language, ZoneId zone, Bands bands, Paint paint) {
    this.language = language;
    this.bands = bands;
    this.paint = paint;
    this.time = language.timeIn(zone);
  }

  /** The lines, without a line break at the end. */
  public String render(CaseMessage message) {
    List<String> lines = new ArrayList<>();
    lines.add(who(message));
    if (!message.isClosing()) {
      if (!message.signals().isEmpty()) {
        lines.add(INDENT + paint.faint(language.choose("why ", "原因 ")) + why(message.signals()));
      }
      lines.add(message.isContactable() ? whatToDo(message) : whyNobodyActs(message));
    }
    return String.join("\n", lines);
  }

  private String who(CaseMessage message) {
    Band band = bands.of(message.risk());
    String state = language.word(message.state());
    List<String> parts = new ArrayList<>();
    parts.add(paint.faint(time(message.at())));
    parts.add(coloured(message, band, state));
    parts.add(paint.strong(Masking.masked(message.customerId())));
    if (message.value() != null) {
      parts.add(worth(message.value()));
    }
    if (message.isClosing()) {
      parts.add(language.reason(message.reason()));
    } else {
      String risk = language.choose("risk ", "风险") + language.word(band);
      parts.add(risk + String.format(Locale.ROOT, " %.2f", message.risk()));
      if (message.reason() != null) {
        parts.add(language.reason(message.reason()));
      }
    }
    return String.join("  ", parts);
  }

  private String coloured(CaseMessage message, Band band, String state) {
    if (message.isClosing()) {
      return paint.good(state);
    }
    if (!message.isContactable()) {
      return paint.faint(state);
    }
    return band == Band.SEVERE ? paint.alarm(state) : paint.warning(state);
  }

  private String worth(Value value) {
    long yuan = Math.round(value.arpu() / 100.0);
    String tier = language.word(value.tier());
    return language.choose(tier + ", ¥" + yuan + " a month", tier + ",月均" + yuan + "元");
  }

  /** The strongest signal in words, the others by name. */
  private String why(List<Signal> signals) {
    Signal first = signals.get(0);
    String reason = language.of(first.why().filledWith(first.evidence()));
    if (signals.size() == 1) {
      return reason;
    }
    String others =
        signals.stream().skip(1).map(Signal::rule).distinct().collect(Collectors.joining(", "));
    return reason + paint.faint(language.choose(" Also: ", " 另有:") + others);
  }

  private String whatToDo(CaseMessage message) {
    Recommended move = message.recommended();
    String label = INDENT + paint.faint(language.choose("do  ", "建议 "));
    if (move == null) {
      return label + language.choose("by ", "请于") + time(message.actBy());
    }
    return label
        + move.playbook()
        + language.choose(" by ", ",")
        + move.channel()
        + actBy(message)
        + language.choose(": “", ":“")
        + language.of(move.opener())
        + "”"
        + bounds(move);
  }

  /** One offer with its ceiling, and one thing that must not be done. */
  private String bounds(Recommended move) {
    List<String> parts = new ArrayList<>();
    if (!move.mayOffer().isEmpty()) {
      Offer offer = move.mayOffer().get(0);
      String most = offer.upTo() == null ? "" : upTo(offer.upTo());
      parts.add(language.choose("may offer: ", "可提供:") + language.of(offer.what()) + most);
    }
    if (!move.mustNot().isEmpty()) {
      String never = paint.faint(language.choose("must not: ", "禁止:"));
      parts.add(never + language.of(move.mustNot().get(0)));
    }
    return parts.isEmpty() ? "" : "\n" + INDENT + "    " + String.join("; ", parts);
  }

  private String upTo(long minor) {
    long yuan = Math.round(minor / 100.0);
    return language.choose(" (up to ¥" + yuan + ")", "(不超过" + yuan + "元)");
  }

  private String actBy(CaseMessage message) {
    boolean isOverdue = message.actBy() <= message.at();
    String until =
        isOverdue ? language.choose(", was due ", ",已逾期,原定") : language.choose(", until ", ",最迟");
    return until + paint.strong(time(message.actBy()));
  }

  private String whyNobodyActs(CaseMessage message) {
    return INDENT
        + paint.faint(
            language.choose("not to be contacted: ", "暂不联系:") + language.word(message.withheld()));
  }

  private String time(long at) {
    return time.format(Instant.ofEpochMilli(at));
  }
}
