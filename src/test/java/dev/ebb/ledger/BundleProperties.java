package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Outcome;
import dev.ebb.event.Profile;
import dev.ebb.event.Spread;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However small or large the bundle is, nobody outside of it can tell. */
class BundleProperties {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int CUSTOMERS = 4;
  private static final long MINUTE = 60_000;
  private static final int DAY_MINUTES = 24 * 60;
  private static final LocalDate START = LocalDate.of(2026, 3, 1);
  private static final List<EventKind> KINDS =
      Arrays.stream(EventKind.values()).filter(kind -> kind != EventKind.ERASE).toList();

  @Property(tries = 400, seed = "20261122")
  void shouldTellAndKeepTheSameAsWithoutIt(
      @ForAll("capacities") int held,
      @ForAll("capacities") int unwritten,
      @ForAll @IntRange(max = 200) int steps,
      @ForAll Random dice) {
    Side plain = new Side(BundleSettings.NONE);
    Side bundled = new Side(new BundleSettings(held, unwritten));
    List<Event> before = new ArrayList<>();
    long now = START.atTime(9, 0).atZone(ZONE).toInstant().toEpochMilli();
    for (int step = 1; step <= steps; step++) {
      now += dice.nextInt(10) == 0 ? dice.nextInt(60 * DAY_MINUTES) * MINUTE : dice.nextInt(90);
      Event event = event(dice, step, now);
      boolean again = dice.nextInt(6) == 0 && !before.isEmpty();
      before.add(again ? before.get(dice.nextInt(before.size())) : event);
      long watermark = now - dice.nextInt(3 * DAY_MINUTES) * MINUTE;
      int what = dice.nextInt(20);
      for (Side side : List.of(plain, bundled)) {
        side.advance(watermark);
        side.take(before.get(before.size() - 1));
        if (what < 2) {
          side.snapshot();
        } else if (what == 2) {
          side.restore();
        }
      }
      assertThat(bundled.told).isEqualTo(plain.told);
      if (what < 2) {
        assertThat(bundled.books)
            .usingRecursiveComparison()
            .ignoringFieldsMatchingRegexes(".*accesses")
            .isEqualTo(plain.books);
      }
    }
  }

  @Provide
  Arbitrary<Integer> capacities() {
    return Arbitraries.of(0, 1, 2, 5);
  }

  private static Event event(Random dice, int id, long now) {
    String customer = "c" + dice.nextInt(CUSTOMERS);
    long at = dice.nextInt(5) == 0 ? now - dice.nextInt(20 * DAY_MINUTES) * MINUTE : now;
    EventKind kind = KINDS.get(dice.nextInt(KINDS.size()));
    if (dice.nextInt(30) == 0) {
      return Event.erase(customer, at);
    }
    return switch (kind) {
      case PROFILE -> Event.of(customer, profile(dice, at));
      case CARE -> Event.of(customer, at, id, care());
      case OUTCOME -> Event.of(customer, at, id, outcome(customer, at));
      default ->
          Event.of(kind, customer, at, id, dice.nextInt(500))
              .with(dice.nextInt(6) == 0 ? Spread.WEEK : Spread.NONE);
    };
  }

  private static Care care() {
    return new Care(Care.Kind.values()[0], Care.Source.values()[0], Map.of());
  }

  private static Outcome outcome(String customer, long at) {
    return new Outcome(
        customer + "-1", Outcome.Kind.values()[0], Outcome.Reason.values()[0], at, null);
  }

  private static Profile profile(Random dice, long at) {
    LocalDate activatedOn = dice.nextInt(3) == 0 ? START.plusDays(dice.nextInt(60)) : null;
    String region = dice.nextBoolean() ? "north" : "south";
    return new Profile(
        at, activatedOn, null, null, null, List.of(), null, region, null, null, null, null, null);
  }

  /** A task with its customers: what it tells, and what it goes on from after a failure. */
  private static final class Side {
    private final BundleSettings settings;
    private final List<String> told = new ArrayList<>();
    private final LedgerOutput out =
        (LedgerOutput)
            Proxy.newProxyInstance(
                LedgerOutput.class.getClassLoader(),
                new Class<?>[] {LedgerOutput.class},
                (proxy, method, arguments) -> {
                  told.add(method.getName() + Arrays.stream(arguments).map(Side::text).toList());
                  return null;
                });
    private Map<String, HeapBook> books = new TreeMap<>();
    private Map<String, HeapBook> kept = new TreeMap<>();
    private Bundle bundle;
    private Ledger ledger;
    private long watermark = Long.MIN_VALUE;

    Side(BundleSettings settings) {
      this.settings = settings;
      restore();
    }

    void advance(long instant) {
      watermark = Math.max(watermark, instant);
      books.forEach(
          (customer, book) -> {
            while (book.pollTimer(watermark) != null) {
              ledger.wake(customer, watermark, Integer.MAX_VALUE, book, out);
            }
          });
    }

    void take(Event event) {
      HeapBook book = books.computeIfAbsent(event.customerId(), id -> new HeapBook());
      ledger.accept(event, watermark, book, out);
    }

    void snapshot() {
      bundle.flush((customer, today) -> books.get(customer).today(today));
      kept = copy(books);
    }

    void restore() {
      books = copy(kept);
      bundle = new Bundle(settings);
      ledger = new Ledger(LedgerSettings.defaults(ZONE), WatchList.EMPTY, bundle);
    }

    private static Map<String, HeapBook> copy(Map<String, HeapBook> books) {
      Map<String, HeapBook> copies = new TreeMap<>();
      books.forEach((customer, book) -> copies.put(customer, book.copy()));
      return copies;
    }

    private static String text(Object argument) {
      return argument instanceof DayClosed day
          ? "%s %d %d %b %s %s"
              .formatted(
                  day.customerId(),
                  day.day(),
                  day.closedAt(),
                  day.corrected(),
                  day.region(),
                  HexFormat.of().formatHex(((Ring) day.history()).pack()))
          : String.valueOf(argument);
    }
  }
}
