package dev.ebb.simulate;

import dev.ebb.event.Feed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The feeds of a made-up operator, in the order in which the records are sent. Made day by day:
 * memory holds the customers and one day's records, however long the span. Usage and spend without
 * their own delay are sent at their event time, so no record that is not late lies more than {@link
 * Dirt#disorderMax} behind any sent before it.
 */
public final class Simulation implements Iterator<FeedRecord> {

  /** What is simulated; nobody works the cases of a simulation. */
  public static final Set<Feed> FEEDS =
      Collections.unmodifiableSet(EnumSet.of(Feed.USAGE, Feed.SPEND, Feed.CUSTOMERS, Feed.CARE));

  private final SimulationSettings settings;
  private final Population population;
  private final RecordWriter writer;
  private final Usage usage;
  private final Spend spend = new Spend();
  private final Words words;
  private final Tally tally = new Tally();
  private List<Draft> waiting = new ArrayList<>();
  private Iterator<Draft> ready = List.<Draft>of().iterator();
  private int nextDay;

  public Simulation(SimulationSettings settings) {
    this.settings = settings;
    this.population = Population.draw(settings);
    this.writer = new RecordWriter(settings.zone());
    this.usage = new Usage(settings.incidents());
    this.words = new Words(new ProfileSheet(settings.start()));
  }

  /** The customers and what becomes of them. */
  public Population population() {
    return population;
  }

  /** What has been sent so far; late records are counted as soon as they are made. */
  public Totals totals() {
    return tally.totals();
  }

  /** Days made so far, from 0 to the length of the span. */
  public int daysMade() {
    return nextDay;
  }

  @Override
  public boolean hasNext() {
    while (!ready.hasNext() && nextDay < settings.days()) {
      makeDay(nextDay++);
    }
    return ready.hasNext();
  }

  @Override
  public FeedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the simulated span is over");
    }
    Draft draft = ready.next();
    tally.sent(draft);
    return writer.write(draft);
  }

  private void makeDay(int day) {
    LocalDate date = settings.start().plusDays(day);
    long startsAt = settings.startOf(day);
    long endsAt = settings.startOf(day + 1);
    for (Customer customer : population.customers()) {
      if (customer.isThere(day)) {
        live(customer, day, date, startsAt, endsAt);
      }
    }
    release(day == settings.days() - 1 ? Long.MAX_VALUE : endsAt);
  }

  private void live(Customer customer, int day, LocalDate date, long startsAt, long endsAt) {
    Dice dirtDice = Dice.of(settings.seed(), customer.number(), Stream.dirt(day));
    Soil soil = new Soil(settings.dirt(), tally, waiting::add);
    CustomerDay today =
        new CustomerDay(customer, day, startsAt, endsAt, draft -> soil.send(draft, dirtDice));
    Dice dice = Dice.of(settings.seed(), customer.number(), Stream.day(day));
    words.greet(today);
    usage.of(today, date.getDayOfWeek(), dice);
    spend.of(today, date, dice);
    words.of(today, dice);
  }

  /** Lets go what is sent before this instant; the rest waits for the next day. */
  private void release(long before) {
    List<Draft> now = new ArrayList<>(waiting.size());
    List<Draft> later = new ArrayList<>();
    for (Draft draft : waiting) {
      (draft.emittedAt() < before ? now : later).add(draft);
    }
    now.sort(Draft.AS_SENT);
    ready = now.iterator();
    waiting = later;
  }
}
