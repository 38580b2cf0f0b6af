package dev.ebb.config;

import dev.ebb.signal.Text;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Keys and values of a configuration file, read by type. A wrong value is reported with its line
 * and read as the fallback, so that reading goes on; {@link #build} makes nothing from a section
 * with problems. A key without a value is as good as absent.
 */
public final class Section {

  private final String file;
  private final String path;
  private final int line;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, Section> children = new LinkedHashMap<>();
  private final int problemsBefore;

  private record Entry(int line, Node value) {}

  Section(String file, String path, int line, MappingNode node, Problems problems) {
    this.file = file;
    this.path = path;
    this.line = line;
    this.problems = problems;
    this.problemsBefore = problems.count();
    for (NodeTuple tuple : node == null ? List.<NodeTuple>of() : node.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
      int keyLine = TextPlace.of(tuple.getKeyNode()).line();
      if (entries.putIfAbsent(key, new Entry(keyLine, tuple.getValueNode())) != null) {
        int first = entries.get(key).line();
        problems.add(file, keyLine, at(key), at(key) + " is set twice, first in line " + first);
      }
    }
  }

  static Section empty(String file, Problems problems) {
    return new Section(file, "", 1, null, problems);
  }

  /** The file that this section is in. */
  public String file() {
    return file;
  }

  /** The line of the section's key, from 1. */
  public int line() {
    return line;
  }

  /** The keys that are set, in the file's order. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** Whether the key has a value. */
  public boolean has(String key) {
    known.add(key);
    Entry entry = entries.get(key);
    return entry != null && !Tag.NULL.equals(entry.value().getTag());
  }

  /** Whether the key's value is itself a section. */
  public boolean hasSection(String key) {
    return has(key) && entries.get(key).value() instanceof MappingNode;
  }

  /** Reports each of these keys that has no value. */
  public Section require(String... keys) {
    for (String key : keys) {
      if (!has(key)) {
        problem(key, "is missing");
      }
    }
    return this;
  }

  /** Any scalar as text. */
  public String text(String key, String fallback) {
    return scalar(key, fallback, Function.identity(), "must be text");
  }

  /** One of a set of words. */
  public <T> T word(String key, T fallback, Map<String, T> words) {
    String known = String.join(", ", words.keySet());
    return scalar(key, fallback, words::get, "must be one of " + known);
  }

  /** A constant of an enum, written in kebab case. */
  public <E extends Enum<E>> E word(String key, E fallback, Class<E> type) {
    return word(key, fallback, Scalars.words(type));
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean fallback) {
    return scalar(key, fallback, Scalars::flag, "must be true or false");
  }

  /** A whole number within inclusive bounds. */
  public int integer(String key, int fallback, int min, int max) {
    return (int) longInteger(key, fallback, min, max);
  }

  /** A whole number within inclusive bounds. */
  public long longInteger(String key, long fallback, long min, long max) {
    Long value = scalar(key, null, Long::valueOf, "must be a whole number");
    return bounded(key, value, fallback, min, max, Object::toString);
  }

  /** A decimal number within inclusive bounds. */
  public double number(String key, double fallback, double min, double max) {
    Double value = scalar(key, null, Scalars::finite, "must be a number");
    return bounded(key, value, fallback, min, max, Object::toString);
  }

  /** A number and a unit, within inclusive bounds. */
  public Duration duration(String key, Duration fallback, Duration min, Duration max) {
    String expectation = "must be a number of " + DurationText.UNITS;
    Duration value = scalar(key, null, Scalars::duration, expectation);
    return bounded(key, value, fallback, min, max, DurationText::print);
  }

  /** A whole number of days such as {@code 7 d}, within inclusive bounds. */
  public int days(String key, int fallback, int min, int max) {
    String expectation = "must be a number of days such as 7 d";
    Integer value = scalar(key, null, Scalars::days, expectation);
    return bounded(key, value, fallback, min, max, d -> DurationText.days(d));
  }

  /** A list of scalars; a single scalar is a list of one. */
  public List<String> texts(String key, List<String> fallback) {
    if (!has(key)) {
      return fallback;
    }
    Node node = entries.get(key).value();
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    if (items.stream().allMatch(ScalarNode.class::isInstance)) {
      return items.stream().map(item -> ((ScalarNode) item).getValue()).toList();
    }
    problem(key, "must be a list of texts");
    return fallback;
  }

  /** A sub-section; where it is absent, an empty one. */
  public Section section(String key) {
    if (has(key) && !hasSection(key) && !children.containsKey(key)) {
      problem(key, "must be a section of keys and values");
    }
    MappingNode node = hasSection(key) ? (MappingNode) entries.get(key).value() : null;
    return children.computeIfAbsent(key, k -> new Section(file, at(k), lineOf(k), node, problems));
  }

  /** A sentence in English and Chinese: {@code {en: …, zh: …}}. */
  public Text localized(String key) {
    Section section = section(key);
    if (has(key)) {
      section.require("en", "zh");
    }
    return new Text(section.text("en", ""), section.text("zh", ""));
  }

  /** A section whose keys are free, each with a scalar. */
  public Map<String, String> map(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    section(key).keys().forEach(name -> map.put(name, section(key).text(name, "")));
    return map;
  }

  /** Lets every key pass. */
  void acceptAnyKey() {
    known.addAll(entries.keySet());
  }

  /** Dotted paths of the keys that were asked for but are not in the file, sub-sections' too. */
  Set<String> absentKeys() {
    Set<String> absent = new TreeSet<>();
    known.stream().filter(key -> !entries.containsKey(key)).map(this::at).forEach(absent::add);
    children.values().forEach(child -> absent.addAll(child.absentKeys()));
    return absent;
  }

  /** Reports each key that nobody has asked for, here and in the sub-sections that were read. */
  public void refuseUnknownKeys() {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            String keys = known.stream().sorted().collect(Collectors.joining(", "));
            problem(key, "is unknown; known keys are " + keys);
          }
        });
    children.values().forEach(Section::refuseUnknownKeys);
  }

  /**
   * Makes a value from what was read, or null if anything in this section was wrong. What the
   * maker's own checks refuse is reported too.
   */
  public <T> T build(Supplier<T> maker) {
    if (problems.count() > problemsBefore) {
      return null;
    }
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      problems.add(file, line, path, e.getMessage());
      return null;
    }
  }

  /** Reports a problem with a key: the message goes on where the key's path ends. */
  public void problem(String key, String message) {
    problems.add(file, lineOf(key), at(key), at(key) + " " + message);
  }

  /** Reports a problem at a place of a scalar's text. */
  void problem(String key, TextPlace place, String message) {
    TextPlace inFile = place.in((ScalarNode) entries.get(key).value());
    problems.add(file, inFile, at(key), at(key) + " " + message);
  }

  /**
   * A scalar of any form.
   *
   * @param parse gives null, or throws a NumberFormatException, for what is not of the form
   * @param expectation the form in words, beginning with {@code must}
   */
  public <T> T scalar(String key, T fallback, Function<String, T> parse, String expectation) {
    if (!has(key)) {
      return fallback;
    }
    if (!(entries.get(key).value() instanceof ScalarNode node)) {
      problem(key, expectation + " but was " + (hasSection(key) ? "a section" : "a list"));
      return fallback;
    }
    T value = parsed(node.getValue(), parse);
    if (value == null) {
      problem(key, expectation + " but was " + node.getValue());
      return fallback;
    }
    return value;
  }

  private static <T> T parsed(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private <T extends Comparable<T>> T bounded(
      String key, T value, T fallback, T min, T max, Function<T, String> print) {
    if (value == null) {
      return fallback;
    }
    if (value.compareTo(min) < 0) {
      problem(key, "must be at least " + print.apply(min) + " but was " + print.apply(value));
      return fallback;
    }
    if (value.compareTo(max) > 0) {
      problem(key, "must be at most " + print.apply(max) + " but was " + print.apply(value));
      return fallback;
    }
    return value;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private int lineOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? line : entry.line();
  }
}
