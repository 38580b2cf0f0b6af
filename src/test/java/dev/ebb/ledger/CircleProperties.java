package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CircleProperties {

  private static final int LAST = 20_000;
  private static final long FIRST_NUMBER = 12_900_000_000L;

  /**
   * Four standard errors of 5 % up to 100 people, of 8 % up to 400, and one who falls on another's
   * place.
   */
  @Property(tries = 400, seed = "1")
  void countsPeopleWithinItsError(
      @ForAll @IntRange(max = 400) int people, @ForAll @LongRange(min = 0) long seed) {
    People set = new People();
    for (int i = 0; i < people; i++) {
      set.add(History.person(FIRST_NUMBER + seed % 1_000_000 + i));
    }
    double error = people <= 100 ? 0.05 : 0.08;
    assertThat(set.count()).isCloseTo(people, within(4 * error * people + 1.1));
  }

  @Property(tries = 100, seed = "1")
  void countsTheExactWindowOfDays(
      @ForAll @LongRange(min = 0) long seed,
      @ForAll @IntRange(min = 3, max = 60) int circleSize,
      @ForAll @IntRange(max = 27) int back) {
    Random random = new Random(seed);
    Circle circle = new Circle();
    Set<Integer> exact = new HashSet<>();
    int from = LAST - 27 - back;
    int to = LAST - back;
    for (int day = LAST - 55; day <= LAST; day++) {
      Company company = new Company(day);
      for (int call = random.nextInt(8); call > 0; call--) {
        int person = random.nextInt(circleSize);
        company.meet(History.person(FIRST_NUMBER + person));
        if (day >= from && day <= to) {
          exact.add(person);
        }
      }
      circle.add(day, company);
    }
    assertThat(repacked(circle).count(from, to))
        .isCloseTo(exact.size(), within(0.2 * exact.size() + 1.1));
  }

  /** One who is called twice as often as anybody else is found among sixty. */
  @Property(tries = 100, seed = "1")
  void knowsWhoIsClosest(@ForAll @LongRange(min = 0) long seed) {
    Random random = new Random(seed);
    Circle circle = new Circle();
    for (int day = LAST - 55; day <= LAST; day++) {
      Company company = new Company(day);
      for (int call = 0; call < 6; call++) {
        company.meet(History.person(FIRST_NUMBER + 1 + random.nextInt(60)));
      }
      if (random.nextInt(4) > 0) {
        company.meet(History.person(FIRST_NUMBER));
      }
      circle.add(day, company);
      circle = repacked(circle);
    }
    assertThat(circle.closest().get(0).person()).isEqualTo(History.person(FIRST_NUMBER));
    assertThat(circle.closest()).hasSize(8);
  }

  @Property(tries = 100, seed = "1")
  void doesNotDependOnTheOrderOfADaysCalls(@ForAll List<@IntRange(max = 300) Integer> calls) {
    Company one = new Company(LAST);
    Company other = new Company(LAST);
    calls.forEach(person -> one.meet(History.person(person + 1)));
    for (int i = calls.size() - 1; i >= 0; i--) {
      other.meet(History.person(calls.get(i) + 1));
    }
    assertThat(packed(one)).isEqualTo(packed(other));
    assertThat(packed(one).length).isLessThanOrEqualTo(33 + 1 + 2 * 6);
  }

  @Property(tries = 50, seed = "1")
  void forgetsWhomItMetEightWeeksAgo(@ForAll @IntRange(max = 300) int later) {
    Circle circle = new Circle();
    circle.add(LAST, History.person(FIRST_NUMBER));
    PackedWriter writer = new PackedWriter();
    circle.pack(writer, LAST + later);
    Circle then = Circle.unpack(new PackedReader(writer.toBytes()), LAST + later);
    assertThat(then.count(0, LAST + later) > 0).isEqualTo(later < Circle.DAYS);
    assertThat(then.closest().isEmpty()).isEqualTo(later >= Circle.DAYS);
  }

  private static byte[] packed(Company company) {
    PackedWriter writer = new PackedWriter();
    company.pack(writer);
    return writer.toBytes();
  }

  private static Circle repacked(Circle circle) {
    PackedWriter writer = new PackedWriter();
    circle.pack(writer, LAST);
    return Circle.unpack(new PackedReader(writer.toBytes()), LAST);
  }
}
