package dev.ebb.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.ebb.condition.InvalidCondition.Issue;
import dev.ebb.signal.Fact;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** CEL with the names of {@link Fact}, and of each {@code known.NAME}: whether it is known. */
final class Dialect {
  static final String KNOWN = "known.";

  private static final int LONGEST = 2_000;

  /** Of all loops of a condition together: lists are written out in it, so they are short. */
  private static final int MOST_STEPS = 1_000;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(LONGEST)
          .comprehensionMaxIterations(MOST_STEPS)
          .build();
  private static final CelCompiler COMPILER = compiler();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
  private static final Map<String, Fact> FACTS =
      Arrays.stream(Fact.values()).collect(Collectors.toMap(Fact::label, Function.identity()));

  private Dialect() {}

  private static CelCompiler compiler() {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL);
    for (Fact fact : Fact.values()) {
      builder.addVar(fact.label(), type(fact)).addVar(KNOWN + fact.label(), SimpleType.BOOL);
    }
    return builder.build();
  }

  private static CelType type(Fact fact) {
    return switch (fact.form()) {
      case TEXT -> SimpleType.STRING;
      case TEXTS -> ListType.create(SimpleType.STRING);
      case FLAG -> SimpleType.BOOL;
      case WHOLE -> SimpleType.INT;
      case DECIMAL, MONEY -> SimpleType.DOUBLE;
    };
  }

  /** The checked expression. */
  static CelAbstractSyntaxTree check(String source) throws InvalidCondition {
    try {
      return COMPILER.compile(source).getAst();
    } catch (CelValidationException e) {
      throw new InvalidCondition(e.getErrors().stream().map(Dialect::issue).toList());
    }
  }

  private static Issue issue(CelIssue issue) {
    return new Issue(
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(1, issue.getSourceLocation().getColumn() + 1),
        inWords(issue.getMessage()));
  }

  /** Without what a reader of a rule file can do nothing with. */
  private static String inWords(String message) {
    String words = message.replaceAll(" \\((in container|candidates:).*", "");
    if (!words.startsWith("undeclared reference")) {
      return words;
    }
    return words
        + "; known names are "
        + String.join(", ", FACTS.keySet().stream().sorted().toList());
  }

  /** The facts that a checked expression asks for. */
  static Set<Fact> facts(CelAbstractSyntaxTree checked) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (CelReference reference : checked.getReferenceMap().values()) {
      Fact fact = factOf(reference.name());
      if (fact != null) {
        facts.add(fact);
      }
    }
    return facts;
  }

  /** The fact that a name asks for, be it only whether it is known; null for another name. */
  static Fact factOf(String name) {
    return FACTS.get(name.startsWith(KNOWN) ? name.substring(KNOWN.length()) : name);
  }

  static CelRuntime.Program program(CelAbstractSyntaxTree checked) {
    try {
      return RUNTIME.createProgram(checked);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked condition cannot be run", e);
    }
  }
}
