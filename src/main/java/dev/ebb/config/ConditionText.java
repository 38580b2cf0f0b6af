package dev.ebb.config;

import dev.ebb.condition.CelCondition;
import dev.ebb.condition.InvalidCondition;
import dev.ebb.signal.Condition;
import java.math.BigDecimal;
import java.util.Currency;

/** The {@code if:} of a rule: an expression that says of which customers it is read. */
final class ConditionText {
  private ConditionText() {}

  /** The condition; where there is none, or a wrong one, that of everybody. */
  static Condition read(Section file, String key, Currency currency) {
    String source = file.text(key, null);
    if (source == null) {
      return Condition.ALWAYS;
    }
    int digits = currency.getDefaultFractionDigits();
    try {
      return CelCondition.of(source, BigDecimal.TEN.pow(digits).intValueExact());
    } catch (InvalidCondition e) {
      for (InvalidCondition.Issue issue : e.issues()) {
        file.problem(
            key,
            new TextPlace(issue.line(), issue.column()),
            "must be a condition in CEL: " + issue.message());
      }
      return Condition.ALWAYS;
    }
  }
}
