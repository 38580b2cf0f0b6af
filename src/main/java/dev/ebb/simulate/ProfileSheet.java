package dev.ebb.simulate;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Account;
import dev.ebb.event.Profile.AccountKind;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Contact;
import dev.ebb.event.Profile.Plan;
import dev.ebb.event.Profile.Status;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Writes a customer's profile as the operator's master data has it on a day. */
final class ProfileSheet {

  private static final long MANAGED_FROM = 12_000;
  private static final int GROUP_SIZE = 40;
  private static final int MANAGERS = 50;

  private final LocalDate start;

  ProfileSheet(LocalDate start) {
    this.start = start;
  }

  Profile of(Customer customer, int day, long at, Status status) {
    Traits traits = customer.traits();
    return new Profile(
        at,
        start.minusDays(traits.tenureDays()),
        status,
        traits.payment(),
        plan(customer, day),
        agreements(customer, day),
        traits.points(),
        isInGroup(customer, day) ? "business" : "consumer",
        traits.region().label(),
        null,
        household(customer),
        account(customer, day),
        contact(customer));
  }

  private List<Agreement> agreements(Customer customer, int day) {
    Fate fate = customer.fate();
    Integer ends =
        fate.agreementEnds() == null ? customer.traits().agreementEnds() : fate.agreementEnds();
    if (ends == null) {
      return List.of();
    }
    LocalDate endsOn = start.plusDays(ends);
    boolean renewed = fate.has(Change.Kind.RENEWED, day);
    return List.of(
        new Agreement(
            AgreementKind.DISCOUNT, "老友优惠", renewed ? endsOn.plusYears(1) : endsOn, false));
  }

  Plan plan(Customer customer, int day) {
    Traits traits = customer.traits();
    if (customer.fate().has(Change.Kind.CHEAPER_PLAN, day)) {
      return traits.cheaperPlan();
    }
    return customer.fate().has(Change.Kind.DEARER_PLAN, day) ? traits.dearerPlan() : traits.plan();
  }

  private static String household(Customer customer) {
    return customer.traits().household() || customer.fate().isOfHousehold()
        ? "H" + Joining.household(customer.number())
        : null;
  }

  private static boolean isInGroup(Customer customer, int day) {
    Fate fate = customer.fate();
    return (customer.traits().group() || fate.cause() == Cause.LEFT_EMPLOYER)
        && !fate.has(Change.Kind.LEFT_GROUP, day);
  }

  private static Account account(Customer customer, int day) {
    return isInGroup(customer, day)
        ? new Account(AccountKind.GROUP, "G" + customer.number() / GROUP_SIZE)
        : new Account(AccountKind.INDIVIDUAL, null);
  }

  private static Contact contact(Customer customer) {
    boolean managed = customer.habits().arpu() >= MANAGED_FROM;
    return new Contact(
        customer.traits().optOut(),
        managed ? List.of("account-manager", "app", "hotline") : List.of("app", "sms", "hotline"),
        managed ? "account-manager" : "app",
        LocalTime.of(21, 0),
        LocalTime.of(9, 0),
        managed ? "M" + customer.number() % MANAGERS : null);
  }
}
