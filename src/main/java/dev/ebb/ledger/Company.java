package dev.ebb.ledger;

import java.util.Comparator;
import java.util.TreeSet;

/**
 * Whom a customer talked with on an open day. All are counted, and a few are kept by their identity
 * as those who may be close: a sample that differs from day to day and does not depend on the order
 * in which the calls arrive, so that nobody who is called often is passed over for long.
 */
final class Company {

  private static final int SAMPLED = 2;

  final People people = new People();
  private final TreeSet<Long> sample;

  Company(int day) {
    long salt = CloseTimes.mix(day);
    sample =
        new TreeSet<>(
            Comparator.<Long>comparingLong(identity -> CloseTimes.mix(identity ^ salt))
                .thenComparingLong(identity -> identity));
  }

  void meet(long identity) {
    people.add(identity);
    sample.add(identity);
    if (sample.size() > SAMPLED) {
      sample.pollLast();
    }
  }

  Iterable<Long> sample() {
    return sample;
  }

  void pack(PackedWriter writer) {
    people.pack(writer);
    writer.varint(sample.size());
    sample.forEach(writer::varint);
  }

  static Company unpack(PackedReader reader, int day) {
    Company company = new Company(day);
    company.people.addAll(People.unpack(reader));
    for (int left = reader.varintInt(); left > 0; left--) {
      company.sample.add(reader.varint());
    }
    return company;
  }
}
