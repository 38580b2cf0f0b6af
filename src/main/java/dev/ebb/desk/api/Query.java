package dev.ebb.desk.api;

import dev.ebb.desk.store.QueueFilter;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a request says behind the question mark; what it must not say is refused. */
final class Query {
  private static final int MOST = 500;
  private static final int USUAL = 50;

  private final Context request;

  private Query(Context request) {
    this.request = request;
  }

  /** Reads it; no other parameters than these may be there. */
  static Query of(Context request, List<String> names) {
    Set<String> unknown = request.queryParamMap().keySet();
    for (String name : unknown) {
      if (!names.contains(name)) {
        throw Refused.field(
            name, "left out: the parameters are " + String.join(", ", names), "there");
      }
    }
    return new Query(request);
  }

  QueueFilter filter() {
    return new QueueFilter(
        word("tier", Tier.values(), Tier::label),
        text("rule"),
        text("region"),
        text("lever") == null ? null : number("lever", 1, 99, 0),
        word("stage", Stage.values(), Stage::code),
        flag("mine"),
        flag("overdue"),
        text("q"));
  }

  /** Where the page before ended, or null. */
  <T> T after(Function<String, T> parse) {
    String text = text("after");
    T cursor = text == null ? null : parse.apply(text);
    if (text != null && cursor == null) {
      throw Refused.field("after", "the next of another page", text);
    }
    return cursor;
  }

  int limit() {
    return number("limit", 1, MOST, USUAL);
  }

  String text(String name) {
    String value = request.queryParam(name);
    return value == null || value.isBlank() ? null : value;
  }

  <T> T word(String name, T[] values, Function<T, String> word) {
    String wanted = text(name);
    if (wanted == null) {
      return null;
    }
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> Refused.field(name, "one of " + String.join(", ", words(values, word)), wanted));
  }

  private static <T> List<String> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word).toList();
  }

  private boolean flag(String name) {
    Boolean value = word(name, new Boolean[] {true, false}, String::valueOf);
    return value != null && value;
  }

  private int number(String name, int least, int most, int usual) {
    String text = text(name);
    int value = text == null ? usual : text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    if (text != null && (value < least || value > most)) {
      throw Refused.field(name, least + " to " + most, text);
    }
    return value;
  }
}
