package dev.ebb.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.ebb.signal.Condition;
import dev.ebb.signal.Fact;
import dev.ebb.signal.Facts;
import java.util.Optional;
import java.util.Set;

/**
 * A condition in CEL, the Common Expression Language. It travels as its text and is compiled once
 * where it is first asked.
 *
 * <p>An unknown fact makes unknown what is said about it; {@code &&} and {@code ||} do without it
 * where the other side decides. A condition that stays unknown does not hold, nor does one that
 * cannot be computed, such as a division by zero.
 */
public final class CelCondition implements Condition {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final int minorPerMajor;
  private transient volatile Compiled compiled;

  private record Compiled(CelRuntime.Program program, Set<Fact> facts, boolean readsDays) {
    static Compiled of(CelAbstractSyntaxTree checked) {
      Set<Fact> facts = Dialect.facts(checked);
      return new Compiled(Dialect.program(checked), facts, facts.stream().anyMatch(Fact::isOfDays));
    }
  }

  private CelCondition(String source, int minorPerMajor) {
    this.source = source;
    this.minorPerMajor = minorPerMajor;
  }

  /**
   * Reads an expression.
   *
   * @param minorPerMajor how many minor units of money make one in which the expression is written
   * @throws InvalidCondition if it is not well formed, has unknown names, mixes types or is not
   *     true or false
   */
  public static CelCondition of(String source, int minorPerMajor) throws InvalidCondition {
    CelCondition condition = new CelCondition(source, minorPerMajor);
    condition.compiled = Compiled.of(Dialect.check(source));
    return condition;
  }

  @Override
  public boolean holds(Facts known) {
    try {
      return Boolean.TRUE.equals(
          compiled().program().eval(name -> Optional.ofNullable(value(name, known))));
    } catch (CelEvaluationException e) {
      return false;
    }
  }

  private Object value(String name, Facts known) {
    Fact fact = Dialect.factOf(name);
    Object value = fact == null ? null : known.of(fact);
    if (name.startsWith(Dialect.KNOWN)) {
      return value != null;
    }
    return fact != null && fact.form() == Fact.Form.MONEY && value != null
        ? Double.valueOf((double) (Long) value / minorPerMajor)
        : value;
  }

  @Override
  public Set<Fact> facts() {
    return compiled().facts();
  }

  @Override
  public boolean readsDays() {
    return compiled().readsDays();
  }

  private Compiled compiled() {
    Compiled known = compiled;
    if (known == null) {
      try {
        known = Compiled.of(Dialect.check(source));
      } catch (InvalidCondition e) {
        throw new IllegalStateException("a condition was valid when it was read", e);
      }
      compiled = known;
    }
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CelCondition that
        && source.equals(that.source)
        && minorPerMajor == that.minorPerMajor;
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  /** The expression as it was written. */
  @Override
  public String toString() {
    return source;
  }
}
