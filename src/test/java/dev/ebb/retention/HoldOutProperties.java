package dev.ebb.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Who is held out, on 100,000 customers. */
class HoldOutProperties {
  private static final int CUSTOMERS = 100_000;
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  /** Five standard errors: a chance in two millions to fail without reason. */
  private static double error(double share) {
    return 5 * Math.sqrt(share * (1 - share) / CUSTOMERS);
  }

  @Property(tries = 20, seed = "1")
  void theShareIsWithinSamplingErrorOfTheSetting(
      @ForAll @DoubleRange(min = .01, max = .5) double share,
      @ForAll @StringLength(max = 8) String salt,
      @ForAll @IntRange(min = 2020, max = 2040) int year) {
    HoldOut holdOut = new HoldOut(share, salt);

    assertThat(share(id -> holdOut.holds(id, LocalDate.of(year, 3, 2))))
        .isCloseTo(share, within(error(share)));
  }

  @Property(tries = 5, seed = "1")
  void anotherHalfYearOrSaltHoldsOutOthers(@ForAll @StringLength(max = 8) String salt) {
    HoldOut holdOut = new HoldOut(.1, salt);
    HoldOut salted = new HoldOut(.1, salt + "x");

    double inBothHalves = share(id -> holdOut.holds(id, JUNE) && holdOut.holds(id, JULY));
    double withBothSalts = share(id -> holdOut.holds(id, JUNE) && salted.holds(id, JUNE));
    assertThat(inBothHalves).isCloseTo(.01, within(error(.01)));
    assertThat(withBothSalts).isCloseTo(.01, within(error(.01)));
  }

  @Property(seed = "1")
  void aCustomerStaysOnOneSideForHalfAYear(
      @ForAll @IntRange(max = CUSTOMERS) int number, @ForAll @IntRange(max = 180) int day) {
    HoldOut holdOut = new HoldOut(.1, "ebb");
    String id = customer(number);
    LocalDate newYear = LocalDate.of(2026, 1, 1);

    assertThat(holdOut.holds(id, newYear.plusDays(day))).isEqualTo(holdOut.holds(id, JUNE));
    assertThat(new HoldOut(.2, "ebb").holds(id, JUNE) || !holdOut.holds(id, JUNE))
        .as("a larger share holds out the same ones and more")
        .isTrue();
  }

  private static double share(java.util.function.Predicate<String> held) {
    long count = IntStream.range(0, CUSTOMERS).filter(i -> held.test(customer(i))).count();
    return (double) count / CUSTOMERS;
  }

  private static String customer(int number) {
    return Long.toString(13_800_000_000L + number);
  }
}
