package dev.ebb.desk.page;

import dev.ebb.signal.Text;
import java.util.Map;

/**
 * What people call the rules.
 *
 * @param titles by rule id
 */
public record SignalNames(Map<String, Text> titles) {

  public SignalNames {
    titles = Map.copyOf(titles);
  }

  /** The title of a rule; its id where it has none. */
  public String of(String rule, Words words) {
    Text title = titles.get(rule);
    return title == null ? rule : words.of(title);
  }
}
