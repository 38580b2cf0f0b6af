package dev.ebb.demo;

import dev.ebb.codec.Masking;
import dev.ebb.retention.StageChange;
import dev.ebb.risk.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A customer's step into decline or out of it, into exit or back, for people at a terminal. */
public final class StageLine {
  private final Language language;
  private final Paint paint;
  private final DateTimeFormatter time;

  /**
   * How to show stages.
   *
   * @param zone in which times are told
   */
  public StageLine(Language language, ZoneId zone, Paint paint) {
    this.language = language;
    this.paint = paint;
    this.time = language.timeIn(zone);
  }

  /** Whether the change is worth a line: growing older is not. */
  public static boolean isNews(StageChange change) {
    return change.from() != null
        && (change.from().compareTo(Stage.DECLINE) >= 0
            || change.to().compareTo(Stage.DECLINE) >= 0);
  }

  /** The line, without a line break. */
  public String render(StageChange change) {
    boolean isBetter = change.to().compareTo(change.from()) < 0;
    String to = language.word(change.to());
    return String.join(
        "  ",
        paint.faint(time.format(Instant.ofEpochMilli(change.at()))),
        language.choose("STAGE", "阶段"),
        paint.strong(Masking.masked(change.customerId())),
        language.word(change.from()) + " → " + (isBetter ? paint.good(to) : paint.warning(to)),
        language.reason(change.reason()));
  }
}
