package dev.ebb.retention;

import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Text;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a kind of case is worked, as loaded from {@code config/playbooks}.
 *
 * @param id such as P4
 * @param levers value levers by number, see docs; the first one is the main one
 * @param stages lifecycle stages of the customers it is for, at least one
 * @param channels by tier the ways to the customer, best first; a tier without any is not served
 * @param opener first words to the customer, where the rule has none of its own
 * @param mayOffer what may be offered, best first
 * @param mustNot what must not be done
 * @param owed whether every customer is owed it, as a repair is: no hold-out, value gate, cap,
 *     cool-down or household rule holds it back
 */
public record Playbook(
    String id,
    Text title,
    List<Integer> levers,
    Set<Stage> stages,
    Map<Tier, List<Channel>> channels,
    Text opener,
    List<Offer> mayOffer,
    List<Text> mustNot,
    boolean owed)
    implements Serializable {

  public Playbook {
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("stages must name at least one of A, B, C, D, E");
    }
    if (channels.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("channels must name at least one for some tier");
    }
    levers = List.copyOf(levers);
    stages = Collections.unmodifiableSet(new TreeSet<>(stages));
    channels = Collections.unmodifiableMap(new EnumMap<>(channels));
    mayOffer = List.copyOf(mayOffer);
    mustNot = List.copyOf(mustNot);
  }

  /** Whether it is meant for customers of this stage and tier; an unknown stage fits. */
  boolean fits(Stage stage, Tier tier) {
    return (stage == null || stages.contains(stage)) && !channelsOf(tier).isEmpty();
  }

  /** The ways to customers of a tier, best first. */
  List<Channel> channelsOf(Tier tier) {
    return channels.getOrDefault(tier, List.of());
  }

  /** Whether it serves every tier in every stage. */
  public boolean isForEverybody() {
    return stages.size() == Stage.values().length
        && Arrays.stream(Tier.values()).noneMatch(tier -> channelsOf(tier).isEmpty());
  }

  /**
   * Something that may be offered.
   *
   * @param amount the most it may cost, minor units, at least 0; or null
   * @param share the most it may cost as a share of what the customer spends a month, in (0, 12];
   *     or null
   */
  public record Offer(Text what, Long amount, Double share) implements Serializable {
    /** A year's spend. */
    public static final double MOST_SHARE = 12;

    public Offer {
      if (amount != null && share != null) {
        throw new IllegalArgumentException(
            "ceiling must be an amount or a share but was both %d and %s".formatted(amount, share));
      }
      if (amount != null && amount < 0) {
        throw new IllegalArgumentException("ceiling must be at least 0 but was " + amount);
      }
      if (share != null && !(share > 0 && share <= MOST_SHARE)) {
        throw new IllegalArgumentException("ceiling must be in (0 %, 1200 %] but was " + share);
      }
    }

    /** The ceiling for a customer, minor units; null where there is none. */
    public Long upTo(Value value) {
      return share == null ? amount : Long.valueOf((long) (share * value.arpu()));
    }
  }
}
