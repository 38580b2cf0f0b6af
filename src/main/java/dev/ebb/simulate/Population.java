package dev.ebb.simulate;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** All customers of a simulation, and what will become of them. */
public final class Population {

  private final Customer[] customers;

  private Population(Customer[] customers) {
    this.customers = customers;
  }

  static Population draw(SimulationSettings settings) {
    Customer[] drawn = new Customer[settings.customers()];
    Arrays.setAll(drawn, number -> Customer.draw(settings, number));
    return new Population(drawn);
  }

  /** Those who leave within the span, by number. */
  public List<Leaver> leavers() {
    return Arrays.stream(customers)
        .filter(customer -> customer.fate().isLeaver())
        .map(
            customer ->
                new Leaver(
                    customer.id(),
                    Instant.ofEpochMilli(customer.leftAt()),
                    customer.fate().cause()))
        .toList();
  }

  /** Those who look like leaving and stay, by number. */
  public List<Stayer> lookAlikes() {
    return Arrays.stream(customers)
        .filter(customer -> customer.fate().lookAlike() != null)
        .map(customer -> new Stayer(customer.id(), customer.fate().lookAlike()))
        .toList();
  }

  /** Those who join again within the span, by their new number. */
  public List<Joiner> joiners() {
    return Arrays.stream(customers)
        .filter(customer -> customer.fate().former() != null)
        .filter(customer -> customer.fate().former() < customers.length)
        .map(customer -> new Joiner(customer.id(), PhoneNumbers.ours(customer.fate().former())))
        .toList();
  }

  List<Customer> customers() {
    return Arrays.asList(customers);
  }

  /**
   * One who leaves.
   *
   * @param leftAt from this instant on there is no own action
   */
  public record Leaver(String customerId, Instant leftAt, Cause cause) {}

  /** A new customer who was another before; that one is a leaver. */
  public record Joiner(String customerId, String formerId) {}

  /** One who only looks like it. */
  public record Stayer(String customerId, LookAlike kind) {}
}
