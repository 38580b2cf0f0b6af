package dev.ebb.simulate;

import dev.ebb.event.EventKind;
import java.time.LocalDate;

/** Charges and top-ups of prepaid customers, bills and payments of the others. */
final class Spend {

  private static final double DAYS_PER_MONTH = 30.4;
  private static final double REFUNDS = 0.0003;

  /** Below this part of the usual use nobody buys credit. */
  private static final double NOT_NEEDED = 0.25;

  private static final long[] VOUCHERS = {1_000, 2_000, 3_000, 5_000, 10_000, 20_000, 50_000};

  void of(CustomerDay today, LocalDate date, Dice dice) {
    if (today.customer().traits().isPrepaid()) {
      prepaid(today, dice);
    } else {
      postpaid(today, date, dice);
    }
    if (dice.chance(REFUNDS)) {
      today.spend(EventKind.REFUND, 15 * 3600, dice.between(100, 2_000));
    }
  }

  private static void prepaid(CustomerDay today, Dice dice) {
    Customer customer = today.customer();
    Levels levels = customer.fate().levels(today.day());
    double usual = customer.habits().arpu() / DAYS_PER_MONTH;
    long charge = Math.round(usual * levels.spend() * dice.logNormal(0.3));
    today.spend(EventKind.CHARGE, 23 * 3600 + dice.between(0, 3_500), Math.max(1, charge));
    if (today.day() < customer.nextTopup() || levels.topup() < NOT_NEEDED) {
      return;
    }
    double gap = customer.habits().topupGap() * dice.between(0.75, 1.25);
    today.spend(
        EventKind.TOPUP,
        dice.between(8 * 3600, 22 * 3600),
        voucher(usual * customer.habits().topupGap()));
    customer.topUpNext(
        today.day() + Math.max(1, (int) Math.round(gap / Math.min(1, levels.topup()))));
  }

  private static long voucher(double wanted) {
    for (long voucher : VOUCHERS) {
      if (voucher >= wanted) {
        return voucher;
      }
    }
    return VOUCHERS[VOUCHERS.length - 1];
  }

  private static void postpaid(CustomerDay today, LocalDate date, Dice dice) {
    long bill = Math.max(100, bill(today.customer(), today.day(), date));
    if (date.getDayOfMonth() == 1) {
      today.spend(EventKind.BILL, dice.between(2 * 3600, 5 * 3600), bill);
    }
    if (date.getDayOfMonth() == today.customer().traits().billDay()
        && today.day() > 20
        && !today.customer().fate().owes(today.day())) {
      today.spend(EventKind.PAYMENT, dice.between(9 * 3600, 21 * 3600), bill);
    }
  }

  /** For the month before this date, by the days on which the customer was there. */
  private static long bill(Customer customer, int day, LocalDate date) {
    int firstOfThis = day - date.getDayOfMonth() + 1;
    int days = date.minusMonths(1).lengthOfMonth();
    double level = 0;
    for (int past = firstOfThis - days; past < firstOfThis; past++) {
      level += past < -customer.traits().tenureDays() ? 0 : customer.fate().levels(past).spend();
    }
    return Math.round(customer.habits().arpu() * level / days);
  }
}
