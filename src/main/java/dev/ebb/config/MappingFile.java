package dev.ebb.config;

import dev.ebb.codec.Mapping;
import dev.ebb.codec.Mapping.Column;
import dev.ebb.codec.Mapping.Format;
import dev.ebb.codec.Mapping.IdForm;
import dev.ebb.codec.Mapping.Layout;
import dev.ebb.codec.Target;
import dev.ebb.event.Feed;
import dev.ebb.event.Spread;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads how a feed in another shape is mapped, as in {@code config/mappings}. */
public final class MappingFile {
  private static final Map<String, Character> DELIMITERS =
      Map.of("whitespace", ' ', "tab", '\t', ",", ',', ";", ';', "|", '|');
  private static final Map<String, Character> QUOTES = Map.of("\"", '"', "'", '\'');

  private final Section top;
  private final Feed feed;
  private final Format format;

  private MappingFile(Section top) {
    this.top = top;
    top.require("feed");
    this.feed = top.word("feed", Feed.USAGE, Feed.class);
    this.format = top.word("format", Format.CSV, Format.class);
  }

  /**
   * The mapping in a file.
   *
   * @throws InvalidConfiguration with everything that is wrong, by file and line
   */
  public static Mapping read(Path file) {
    Problems problems = new Problems();
    Mapping mapping = read(file, problems);
    problems.throwIfAny();
    return mapping;
  }

  /** The mapping in a file, or null with the reasons in {@code problems}. */
  public static Mapping read(Path file, Problems problems) {
    int before = problems.count();
    Section top = Yaml.read(file, problems);
    if (problems.count() > before) {
      return null;
    }
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    return new MappingFile(top).mapping(name, problems);
  }

  private Mapping mapping(String name, Problems problems) {
    Layout layout = layout();
    IdForm id = feed == Feed.CUSTOMERS ? null : id();
    Map<Target, Column> columns = columns();
    Spread spread = top.word("spread", Spread.NONE, Spread.class);
    top.refuseUnknownKeys();
    return problems.isEmpty()
        ? top.build(() -> new Mapping(name, feed, layout, id, columns, spread))
        : null;
  }

  private Layout layout() {
    if (format == Format.JSON) {
      return Layout.JSON;
    }
    char delimiter = top.word("delimiter", ',', DELIMITERS);
    char quote = top.word("quote", '"', QUOTES);
    List<String> names = top.texts("columns", List.of());
    boolean header = top.flag("header", names.isEmpty());
    Layout layout = top.build(() -> new Layout(Format.CSV, delimiter, quote, header, names));
    return layout == null ? Layout.CSV : layout;
  }

  private IdForm id() {
    top.require("id");
    if (!top.hasSection("id")) {
      return top.has("id") ? new IdForm(IdForm.Source.COLUMN, List.of(top.text("id", ""))) : null;
    }
    Section section = top.section("id");
    if (section.has("hash") == section.flag("position", false)) {
      top.problem("id", "must be a column, {hash: [columns]} or {position: true}");
      return null;
    }
    IdForm.Source source = section.has("hash") ? IdForm.Source.HASH : IdForm.Source.POSITION;
    List<String> hashed = section.texts("hash", List.of());
    return section.build(() -> new IdForm(source, hashed));
  }

  private Map<Target, Column> columns() {
    Map<Target, Column> columns = new EnumMap<>(Target.class);
    for (Target target : Target.values()) {
      if (!target.isIn(feed)) {
        continue;
      }
      if (target.isRequiredBy(feed)) {
        top.require(target.label());
      }
      if (top.has(target.label())) {
        Column column = new ColumnSection(top, feed, target).read();
        if (column != null) {
          columns.put(target, checkedPointer(target, column));
        }
      }
    }
    return new LinkedHashMap<>(columns);
  }

  private Column checkedPointer(Target target, Column column) {
    if (format == Format.JSON && column.from() != null && !column.from().startsWith("/")) {
      top.problem(
          target.label(), "must be a JSON pointer such as /user/id but was " + column.from());
    }
    return column;
  }
}
