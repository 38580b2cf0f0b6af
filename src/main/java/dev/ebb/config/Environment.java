package dev.ebb.config;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts variables of the environment where a setting says {@code ${NAME}}, secrets above all. */
record Environment(Map<String, String> variables) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  /** The text with its variables; one that is not set is a problem of the key. */
  String fill(Section section, String key, String text) {
    Matcher matcher = VARIABLE.matcher(text);
    return matcher.replaceAll(
        match -> {
          String value = variables.get(match.group(1));
          if (value == null) {
            section.problem(
                key, "needs the environment variable " + match.group(1) + ", which is not set");
            return "";
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
