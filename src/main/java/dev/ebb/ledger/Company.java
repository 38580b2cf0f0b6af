package dev.ebb.ledger;

import java.util.Arrays;

/**
 * Whom a customer talked with on an open day. All are counted, and a few are kept by their identity
 * as those who may be close: a sample that differs from day to day and does not depend on the order
 * in which the calls arrive, so that nobody who is called often is passed over for long.
 */
final class Company {

  private static final int SAMPLED = 2;

  final People people;
  private final long salt;

  /** The smallest ranks first. */
  private final long[] sample = new long[SAMPLED];

  private int sampled;

  Company(int day) {
    this(new People(), day);
  }

  private Company(People people, int day) {
    this.people = people;
    this.salt = CloseTimes.mix(day);
  }

  void meet(long identity) {
    people.add(identity);
    keep(identity);
  }

  /** Those of the smallest ranks stay. */
  private void keep(long identity) {
    int place = sampled;
    while (place > 0 && isBefore(identity, sample[place - 1])) {
      place--;
    }
    boolean isKnown = place > 0 && sample[place - 1] == identity;
    if (isKnown || place == SAMPLED) {
      return;
    }
    sampled = Math.min(SAMPLED, sampled + 1);
    System.arraycopy(sample, place, sample, place + 1, sampled - place - 1);
    sample[place] = identity;
  }

  private boolean isBefore(long one, long other) {
    int order = Long.compare(CloseTimes.mix(one ^ salt), CloseTimes.mix(other ^ salt));
    return order < 0 || order == 0 && one < other;
  }

  /** A few of them, in the order of their ranks. */
  long[] sample() {
    return Arrays.copyOf(sample, sampled);
  }

  void pack(PackedWriter writer) {
    people.pack(writer);
    writer.varint(sampled);
    for (int i = 0; i < sampled; i++) {
      writer.varint(sample[i]);
    }
  }

  static Company unpack(PackedReader reader, int day) {
    Company company = new Company(People.unpack(reader), day);
    company.sampled = reader.varintInt();
    for (int i = 0; i < company.sampled; i++) {
      company.sample[i] = reader.varint();
    }
    return company;
  }
}
