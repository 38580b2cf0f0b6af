package dev.ebb.signal;

import java.io.Serializable;
import java.util.Map;

/** A sentence for people, in English and Simplified Chinese. */
public record Text(String en, String zh) implements Serializable {

  /** Both languages with each {@code {name}} replaced by that number of the evidence. */
  public Text filledWith(Map<String, Double> evidence) {
    return new Text(fill(en, evidence), fill(zh, evidence));
  }

  private static String fill(String template, Map<String, Double> evidence) {
    String text = template;
    for (Map.Entry<String, Double> number : evidence.entrySet()) {
      text = text.replace("{" + number.getKey() + "}", plain(number.getValue()));
    }
    return text;
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? Long.toString(Math.round(number))
        : String.format(java.util.Locale.ROOT, "%.1f", number);
  }
}
