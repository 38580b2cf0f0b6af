package dev.ebb.config;

import dev.ebb.codec.Mapping.Column;
import dev.ebb.codec.Target;
import dev.ebb.codec.Target.Form;
import dev.ebb.codec.TimeForm;
import dev.ebb.codec.Unit;
import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** One target of a mapping file: a bare word, or a section that says how the column is read. */
final class ColumnSection {
  private static final Map<String, TimeForm.Form> EPOCHS =
      Map.of("s", TimeForm.Form.EPOCH_SECONDS, "ms", TimeForm.Form.EPOCH_MILLIS);

  private final Section top;
  private final Target target;
  private final Set<String> words;

  ColumnSection(Section top, Feed feed, Target target) {
    this.top = top;
    this.target = target;
    this.words = target.words(feed);
  }

  /** The column, or null if something is wrong. */
  Column read() {
    if (!top.hasSection(target.label())) {
      return bare(top.text(target.label(), ""));
    }
    Section section = top.section(target.label());
    if (section.has("constant")) {
      return constant(section, "constant", section.text("constant", ""));
    }
    section.require("from");
    String from = section.text("from", "");
    Map<String, String> values = section.has("values") ? section.map("values") : Map.of();
    values.values().forEach(word -> checkWord(section, "values", word));
    TimeForm time = target.form() == Form.TIME ? time(section) : TimeForm.STANDARD;
    Unit unit = target.form() == Form.QUANTITY ? unit(section) : null;
    return section.build(() -> new Column(from, null, values, time, unit));
  }

  private Column bare(String text) {
    return switch (target.form()) {
      case TEXT, TIME -> Column.of(text);
      case WORD, QUANTITY -> constant(top, target.label(), text);
    };
  }

  private Column constant(Section section, String key, String text) {
    checkWord(section, key, text);
    if (target.form() != Form.QUANTITY) {
      return Column.constant(text);
    }
    if (!text.matches("\\d{1,15}")) {
      section.problem(key, "must be a whole number or {from, unit} but was " + text);
      return null;
    }
    // Stated in the kind's own unit already.
    return new Column(null, text, Map.of(), TimeForm.STANDARD, Unit.MESSAGE);
  }

  private void checkWord(Section section, String key, String word) {
    if (!words.isEmpty() && !words.contains(word)) {
      section.problem(key, "must be one of " + String.join(", ", words) + " but was " + word);
    }
  }

  private Unit unit(Section section) {
    section.require("unit");
    return section.word("unit", Unit.MESSAGE, Unit.WORDS);
  }

  private TimeForm time(Section section) {
    ZoneId zone = zone(section);
    if (section.has("pattern")) {
      String pattern = section.text("pattern", "");
      return section.build(() -> new TimeForm(TimeForm.Form.PATTERN, pattern, zone, null, null));
    }
    if (section.has("epoch")) {
      return new TimeForm(
          section.word("epoch", TimeForm.Form.EPOCH_MILLIS, EPOCHS), null, zone, null, null);
    }
    if (section.has("base") || section.has("step")) {
      section.require("base", "step");
      LocalDate base = base(section);
      Spread step = section.word("step", Spread.MONTH, Spread.class);
      return section.build(() -> new TimeForm(TimeForm.Form.STEPS, null, zone, base, step));
    }
    return new TimeForm(TimeForm.Form.STANDARD, null, zone, null, null);
  }

  private static ZoneId zone(Section section) {
    if (!section.has("zone")) {
      return null;
    }
    String id = section.text("zone", "UTC");
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      section.problem("zone", "must be an IANA zone such as Asia/Shanghai but was " + id);
      return null;
    }
  }

  private static LocalDate base(Section section) {
    String text = section.text("base", "1970-01-01");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      section.problem("base", "must be a date such as 2020-01-01 but was " + text);
      return LocalDate.EPOCH;
    }
  }
}
