package dev.ebb.event;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What the operator knows of a customer besides traffic and money. Absent values are null, absent
 * lists empty.
 *
 * @param at when this version was valid, epoch milliseconds; the newest wins
 * @param activatedOn first day of this customer on this number; a newer one means a recycled number
 * @param zone IANA zone of the customer, where it differs from the operator's
 */
public record Profile(
    long at,
    LocalDate activatedOn,
    Status status,
    Payment payment,
    Plan plan,
    List<Agreement> agreements,
    Integer points,
    String segment,
    String region,
    String zone,
    String household,
    Account account,
    Contact contact) {

  public Profile {
    agreements = agreements == null ? List.of() : List.copyOf(agreements);
  }

  /** Subscription status. The order is part of the state format. */
  public enum Status {
    ACTIVE,
    BARRED,
    LEFT
  }

  /** How the customer pays. The order is part of the state format. */
  public enum Payment {
    PREPAID,
    POSTPAID
  }

  /**
   * The tariff plan.
   *
   * @param monthlyFee minor units of the currency
   */
  public record Plan(String code, String name, long monthlyFee) {}

  /** A term that ends on a date: when it lapses the customer is free to go. */
  public record Agreement(AgreementKind kind, String name, LocalDate endsOn, boolean autoRenews) {}

  /** Kind of agreement. The order is part of the state format. */
  public enum AgreementKind {
    CONTRACT,
    DISCOUNT,
    DEVICE,
    POINTS
  }

  /** Who holds the account. */
  public record Account(AccountKind kind, String groupId) {}

  /** Kind of account. The order is part of the state format. */
  public enum AccountKind {
    INDIVIDUAL,
    GROUP
  }

  /**
   * Consent and channels.
   *
   * @param channels channels the customer accepts, best first
   * @param quietFrom start of the quiet hours, local to the customer
   * @param quietTo end of the quiet hours
   * @param managerId the account manager who owns the relation
   */
  public record Contact(
      boolean optOut,
      List<String> channels,
      String preferred,
      LocalTime quietFrom,
      LocalTime quietTo,
      String managerId) {
    public Contact {
      channels = channels == null ? List.of() : List.copyOf(channels);
    }
  }
}
