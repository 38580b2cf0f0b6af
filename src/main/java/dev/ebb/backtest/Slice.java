package dev.ebb.backtest;

import dev.ebb.risk.Tier;
import java.util.Comparator;

/** A part of everything that is measured by itself. */
public record Slice(Kind kind, String name) implements Comparable<Slice> {
  static final Slice ALL = new Slice(Kind.ALL, "all");
  private static final Comparator<Slice> ORDER =
      Comparator.comparing(Slice::kind).thenComparing(Slice::name);

  /** What makes the part, in the order of the report; the word is the one in summary.json. */
  public enum Kind {
    ALL("overall"),
    FAMILY("families"),
    RULE("rules"),
    TIER("tiers"),
    CAUSE("causes");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static Slice of(Tier tier) {
    return new Slice(Kind.TIER, tier.label());
  }

  static Slice ofCause(Departure departure) {
    return new Slice(Kind.CAUSE, departure.cause());
  }

  @Override
  public int compareTo(Slice other) {
    return ORDER.compare(this, other);
  }
}
