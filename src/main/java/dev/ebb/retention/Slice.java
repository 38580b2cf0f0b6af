package dev.ebb.retention;

import dev.ebb.risk.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whom a figure is about: all customers or one cohort, of these perhaps one tier or one region. In
 * a cohort tier and region are those of the day on which it was fixed.
 *
 * @param cohort its date, epoch day; {@link #EVERYBODY} for all customers
 * @param tier null for all
 * @param region null for all
 */
public record Slice(int cohort, Tier tier, String region) {

  /** Stands for all customers where the date of a cohort would be. */
  public static final int EVERYBODY = Integer.MIN_VALUE;

  private static final String BETWEEN = "|";
  private static final Map<String, Tier> TIERS =
      Arrays.stream(Tier.values()).collect(Collectors.toMap(Tier::label, Function.identity()));

  /** Whether this is about a cohort. */
  public boolean isCohort() {
    return cohort != EVERYBODY;
  }

  /** Names the slice, the same for ever: {@code all|gold|} or {@code 2026-07-01||north}. */
  public String key() {
    return (isCohort() ? LocalDate.ofEpochDay(cohort).toString() : "all")
        + BETWEEN
        + (tier == null ? "" : tier.label())
        + BETWEEN
        + (region == null ? "" : region);
  }

  /** The slice of this name. */
  public static Slice parse(String key) {
    String[] parts = key.split("\\|", 3);
    boolean everybody = parts[0].equals("all");
    return new Slice(
        everybody ? EVERYBODY : (int) LocalDate.parse(parts[0]).toEpochDay(),
        TIERS.get(parts[1]),
        parts[2].isEmpty() ? null : parts[2]);
  }

  /** All slices that a customer is in. */
  static List<Slice> of(CaseFile file) {
    return of(file.value == null ? null : file.value.tier(), file.region, file.cohorts);
  }

  /** All slices of a customer with these places in cohorts. */
  static List<Slice> of(Tier tier, String region, List<Membership> places) {
    List<Slice> slices = new ArrayList<>();
    add(slices, EVERYBODY, tier, region);
    places.forEach(place -> slices.addAll(of(place)));
    return slices;
  }

  /** The slices of a place in a cohort. */
  static List<Slice> of(Membership place) {
    List<Slice> slices = new ArrayList<>();
    add(slices, place.day(), place.tier(), place.region());
    return slices;
  }

  private static void add(List<Slice> slices, int cohort, Tier tier, String region) {
    slices.add(new Slice(cohort, null, null));
    if (tier != null) {
      slices.add(new Slice(cohort, tier, null));
    }
    if (region != null) {
      slices.add(new Slice(cohort, null, region));
    }
  }
}
