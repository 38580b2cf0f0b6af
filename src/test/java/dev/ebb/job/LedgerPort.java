package dev.ebb.job;

import dev.ebb.event.Event;
import dev.ebb.event.RejectReason;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.LedgerOutput;
import dev.ebb.ledger.Measure;
import java.util.function.Consumer;

/** Passes on, without Flink, what the ledger tells Watch and the base index. */
record LedgerPort(Consumer<LedgerFact> facts, Consumer<RegionUse> use) implements LedgerOutput {

  @Override
  public void accepted(Event event, boolean late) {}

  @Override
  public void duplicate(Event event) {}

  @Override
  public void rejected(Event event, RejectReason reason, String message) {}

  @Override
  public void passed(Event event) {
    facts.accept(LedgerFact.passed(event, 0));
  }

  @Override
  public void contacted(String customerId, long at) {
    facts.accept(LedgerFact.contact(customerId, at, 0));
  }

  @Override
  public void closed(DayClosed day) {
    facts.accept(LedgerFact.closed(day, 0));
  }

  @Override
  public void returned(String customerId, long at, int gapDays) {
    facts.accept(LedgerFact.returned(customerId, at, gapDays, 0));
  }

  @Override
  public void forgotten(String customerId, long at) {
    facts.accept(LedgerFact.forgotten(customerId, at, 0));
  }

  @Override
  public void appeared(String customerId, String region, int day) {
    count(region, day, 1);
  }

  @Override
  public void appearedEarlier(String region, int day, int instead) {
    count(region, day, 1);
    count(region, instead, -1);
  }

  @Override
  public void moved(String customerId, String fromRegion, String toRegion, int day) {
    if (fromRegion != null) {
      use.accept(new RegionUse(fromRegion, day, new long[Measure.COUNT], -1));
    }
    if (toRegion != null) {
      use.accept(new RegionUse(toRegion, day, new long[Measure.COUNT], 1));
    }
  }

  @Override
  public void used(String region, int day, Measure measure, long amount, boolean first) {
    long[] amounts = new long[Measure.COUNT];
    amounts[measure.ordinal()] = amount;
    use.accept(new RegionUse(RegionUse.NETWORK, day, amounts, 0));
    if (region != null) {
      use.accept(new RegionUse(region, day, amounts, 0));
    }
  }

  private void count(String region, int day, int customers) {
    use.accept(new RegionUse(RegionUse.NETWORK, day, new long[Measure.COUNT], customers));
    if (region != null) {
      use.accept(new RegionUse(region, day, new long[Measure.COUNT], customers));
    }
  }
}
