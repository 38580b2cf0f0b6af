package dev.ebb.desk.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a retention rate means, in the reader's language and with its thresholds. */
final class Meaning {
  private static final long SECONDS_PER_MINUTE = 60;

  /** As the job writes it: months, minor units, seconds, a date and a year. */
  private static final Pattern TOLD =
      Pattern.compile(
          ".* (\\d+) months with spend below (\\d+) minor units"
              + "(?: or outgoing voice below (\\d+) s)? since (\\d{4}-\\d\\d-\\d\\d)"
              + "(?: up to the end of (\\d+))?");

  private Meaning() {}

  /** Word for word as the job wrote it, where these are not the words that the desk knows. */
  static String of(JsonNode rate, Words words) {
    String definition = rate.path("definition").asText();
    String told = rate.path("meaning").asText();
    Matcher matcher = TOLD.matcher(told);
    if (definition.equals("left")) {
      return words.say("retention.left");
    }
    if (!matcher.matches() || !words.knows("retention." + definition)) {
      return told;
    }
    String seconds = matcher.group(3);
    return words.say(
        "retention." + definition,
        matcher.group(1),
        words.money(Long.parseLong(matcher.group(2))),
        seconds == null ? "" : words.number(Long.parseLong(seconds) / SECONDS_PER_MINUTE),
        matcher.group(4),
        String.valueOf(matcher.group(5)));
  }
}
