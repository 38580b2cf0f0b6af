package dev.ebb.retention;

import dev.ebb.event.Care;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Those who share a household or a small group, as their profiles tell, so that one who left when a
 * discount had ended and joins again as a new customer under another number is recognised. Days are
 * epoch days. Members are known by 40 bits of a hash, for {@link #REMEMBERED_DAYS} after they left;
 * new customers by their id, for {@link #OVERLAP_DAYS}: so long the former line may still end. Who
 * is to begin even later than that is none yet.
 */
public final class Household {

  /** In larger groups one leaves and another joins without being the same. */
  static final int MOST_MEMBERS = 12;

  static final int REMEMBERED_DAYS = 200;

  /** The new line may begin before the old one ends. */
  static final int OVERLAP_DAYS = 14;

  /** Who comes back later comes for another reason. */
  static final int LONGEST_GAP_DAYS = 90;

  /** From a discount's end to a leaving that has to do with it. */
  static final int LAPSE_DAYS = 60;

  private static final int VERSION = 1;
  private static final int NEVER = -1;

  /**
   * {@code lapse}, {@code left}: {@link #NEVER} where there is none.
   *
   * @param found whether they have been recognised in a new customer
   */
  private record Member(int lapse, int left, boolean found) {
    boolean mayBe(int joined) {
      int gap = joined - left;
      return !found
          && left != NEVER
          && lapse != NEVER
          && Math.abs(left - lapse) <= LAPSE_DAYS
          && gap >= -OVERLAP_DAYS
          && gap <= LONGEST_GAP_DAYS;
    }

    Member whenFound() {
      return new Member(lapse, left, true);
    }
  }

  /** A new customer who may turn out to be one who leaves in the next days. */
  private record Newcomer(int joined, String customerId) {}

  /**
   * A new customer in whom one who has left is recognised.
   *
   * @param gapDays from the leaving to the new beginning; 0 if that was before
   */
  public record Recognised(String customerId, int gapDays) {}

  private final TreeMap<Long, Member> members = new TreeMap<>();
  private final TreeMap<Long, Newcomer> newcomers = new TreeMap<>();

  /** A household's packed state, or null for a new one. */
  public static Household open(byte[] packed) {
    Household household = new Household();
    if (packed != null) {
      PackedReader in = new PackedReader(packed).version("household", VERSION);
      for (int left = in.varintInt(); left > 0; left--) {
        long person = in.varint();
        household.members.put(
            person, new Member(in.zigzagInt(), in.zigzagInt(), in.varintInt() == 1));
      }
      for (int left = in.varintInt(); left > 0; left--) {
        household.newcomers.put(in.varint(), new Newcomer(in.zigzagInt(), in.string()));
      }
    }
    return household;
  }

  /** The state as bytes, the format's version first. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter().raw(VERSION).varint(members.size());
    members.forEach(
        (person, member) ->
            out.varint(person)
                .zigzag(member.lapse())
                .zigzag(member.left())
                .varint(member.found() ? 1 : 0));
    out.varint(newcomers.size());
    newcomers.forEach(
        (person, newcomer) ->
            out.varint(person).zigzag(newcomer.joined()).string(newcomer.customerId()));
    return out.toBytes();
  }

  /**
   * Takes in a member's profile.
   *
   * @param person who
   * @param day of the profile
   * @return who is recognised by it: this member, or one who came before the former line ended
   */
  public Optional<Recognised> see(long person, String customerId, Profile profile, int day) {
    forget(day);
    Member before = members.get(person);
    boolean isGone = profile.status() == Profile.Status.LEFT;
    boolean wasGone = before != null && before.left() != NEVER;
    if (before != null || members.size() <= MOST_MEMBERS) {
      int lapse = Math.max(lapseOf(profile), before == null ? NEVER : before.lapse());
      int left = wasGone ? before.left() : day;
      members.put(
          person, new Member(lapse, isGone ? left : NEVER, isGone && wasGone && before.found()));
    }
    if (members.size() > MOST_MEMBERS) {
      return Optional.empty();
    }
    if (isGone) {
      newcomers.remove(person);
      return wasGone ? Optional.empty() : amongNewcomers(person);
    }
    return before == null && profile.activatedOn() != null
        ? amongFormer(person, customerId, (int) profile.activatedOn().toEpochDay(), day)
        : Optional.empty();
  }

  /**
   * Drops whom a new customer can no longer be, and the ids of customers who are no longer new.
   *
   * @param day it is
   */
  public void forget(int day) {
    members.values().removeIf(it -> it.left() != NEVER && it.left() < day - REMEMBERED_DAYS);
    newcomers.values().removeIf(it -> it.joined() < day - OVERLAP_DAYS);
  }

  /** The day on which {@link #forget} is next due for the sake of an id; empty if none is kept. */
  public OptionalInt forgetsOn() {
    return newcomers.values().stream().mapToInt(it -> it.joined() + OVERLAP_DAYS + 1).min();
  }

  /**
   * Whether this tells of a customer without a profile: erased since, and what a household
   * remembers must not bring them back.
   */
  static boolean isOfNobody(Care care, CustomerFile state) {
    return care.kind() == Care.Kind.JOINED_AGAIN && state.profile() == null;
  }

  /** Only where it can be but one: who is told of must not be mistaken. */
  private Optional<Recognised> amongFormer(long person, String customerId, int joined, int day) {
    List<Long> former = keys(members, member -> member.mayBe(joined));
    if (former.isEmpty() && Math.abs(joined - day) <= OVERLAP_DAYS) {
      newcomers.put(person, new Newcomer(joined, customerId));
    }
    return former.size() == 1
        ? Optional.of(found(former.get(0), joined, customerId))
        : Optional.empty();
  }

  private Optional<Recognised> amongNewcomers(long person) {
    Member former = members.get(person);
    List<Long> candidates = keys(newcomers, newcomer -> former.mayBe(newcomer.joined()));
    if (candidates.size() != 1) {
      return Optional.empty();
    }
    Newcomer newcomer = newcomers.remove(candidates.get(0));
    return Optional.of(found(person, newcomer.joined(), newcomer.customerId()));
  }

  private Recognised found(long person, int joined, String customerId) {
    Member former = members.computeIfPresent(person, (key, member) -> member.whenFound());
    return new Recognised(customerId, Math.max(0, joined - former.left()));
  }

  private static <T> List<Long> keys(Map<Long, T> people, Predicate<T> wanted) {
    return people.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int lapseOf(Profile profile) {
    return profile.agreements().stream()
        .filter(it -> it.kind() == AgreementKind.DISCOUNT && !it.autoRenews())
        .map(Agreement::endsOn)
        .mapToInt(endsOn -> (int) endsOn.toEpochDay())
        .max()
        .orElse(NEVER);
  }
}
