package dev.ebb.retention;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Those who share a household or a small group, as their profiles tell, so that one who left when a
 * discount had ended and joins again as a new customer under another number is recognised. Days are
 * epoch days. Members are known by 40 bits of a hash, for {@link #REMEMBERED_DAYS} after they left.
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

  /** {@code lapse}, {@code left}: {@link #NEVER} where there is none. */
  private record Member(int lapse, int left) {
    boolean leftOverLapse() {
      return left != NEVER && lapse != NEVER && Math.abs(left - lapse) <= LAPSE_DAYS;
    }
  }

  private final TreeMap<Long, Member> members = new TreeMap<>();

  /** A household's packed state, or null for a new one. */
  public static Household open(byte[] packed) {
    Household household = new Household();
    if (packed != null) {
      PackedReader in = new PackedReader(packed).version("household", VERSION);
      for (int left = in.varintInt(); left > 0; left--) {
        long person = in.varint();
        household.members.put(person, new Member(in.zigzagInt(), in.zigzagInt()));
      }
    }
    return household;
  }

  /** The state as bytes, the format's version first. */
  public byte[] pack() {
    PackedWriter out = new PackedWriter().raw(VERSION).varint(members.size());
    members.forEach(
        (person, member) -> out.varint(person).zigzag(member.lapse()).zigzag(member.left()));
    return out.toBytes();
  }

  /**
   * Takes in a member's profile.
   *
   * @param person who
   * @param day of the profile
   * @return if this is a new customer in whom one who has left is recognised, the days between
   */
  public OptionalInt see(long person, Profile profile, int day) {
    members.values().removeIf(it -> it.left() != NEVER && it.left() < day - REMEMBERED_DAYS);
    Member before = members.get(person);
    int lapse = Math.max(lapseOf(profile), before == null ? NEVER : before.lapse());
    int left = profile.status() == Profile.Status.LEFT ? day : NEVER;
    if (before != null || members.size() <= MOST_MEMBERS) {
      members.put(person, new Member(lapse, left));
    }
    boolean mayBeKnown = left == NEVER && before == null && members.size() <= MOST_MEMBERS;
    return mayBeKnown && profile.activatedOn() != null
        ? recognised((int) profile.activatedOn().toEpochDay())
        : OptionalInt.empty();
  }

  /** Only where it can be but one: who is told of must not be mistaken. */
  private OptionalInt recognised(int joined) {
    long former = 0;
    int candidates = 0;
    for (Map.Entry<Long, Member> member : members.entrySet()) {
      int gap = joined - member.getValue().left();
      if (member.getValue().leftOverLapse() && gap >= -OVERLAP_DAYS && gap <= LONGEST_GAP_DAYS) {
        former = member.getKey();
        candidates++;
      }
    }
    return candidates == 1
        ? OptionalInt.of(Math.max(0, joined - members.remove(former).left()))
        : OptionalInt.empty();
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
