package dev.ebb.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.codec.CaseJson;
import dev.ebb.config.PlaybookFiles;
import dev.ebb.config.RuleFiles;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Outcome;
import dev.ebb.event.Profile;
import dev.ebb.event.Spread;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.WatchSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever the feeds hold, the job goes on: a record or a day that it failed on would fail again
 * after every restart.
 */
class AnyFeedProperties {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Currency YUAN = Currency.getInstance("CNY");
  private static final LocalDate START = LocalDate.of(2026, 1, 20);
  private static final int DAYS = 300;
  private static final JobPlan PLAN = plan();
  private static final List<String> WORDS = Arrays.asList(null, "", "north", "<b>", "0", "-1.5");

  @Property(tries = 40, seed = "1")
  void theJobGoesOnWhateverTheFeedsHold(@ForAll Random dice, @ForAll @IntRange(max = 300) int many)
      throws Exception {
    List<Event> events =
        IntStream.range(0, many)
            .mapToObj(i -> event(dice, i + 1))
            .sorted(Comparator.comparingLong(Event::at))
            .toList();

    for (CaseMessage message : ReferenceRun.over(events, PLAN).messages) {
      assertThat(message.risk()).isBetween(0.0, 1.0);
      assertThat(CaseJson.read(CaseJson.write(message)).alertId()).isEqualTo(message.alertId());
    }
  }

  private static JobPlan plan() {
    WatchSettings watch = WatchSettings.defaults(SHANGHAI);
    return new JobPlan(
            LedgerSettings.defaults(SHANGHAI),
            watch.withPolicy(watch.policy().withPlaybooks(PlaybookFiles.of(null, YUAN))),
            RuleFiles.bundled(YUAN).rules(),
            Arrays.stream(Feed.values()).map(Feed::label).toList(),
            2,
            null,
            null,
            false)
        .boundedBy((int) START.toEpochDay() + DAYS);
  }

  private static Event event(Random dice, int id) {
    EventKind kind = any(dice, List.of(EventKind.values()));
    String customer = "c" + dice.nextInt(3);
    long at = instant(dice);
    return switch (kind) {
      case PROFILE -> Event.of(customer, profile(dice, at));
      case ERASE -> dice.nextInt(10) == 0 ? Event.erase(customer, at) : use(dice, customer, at, id);
      case CARE -> Event.of(customer, at, id, care(dice));
      case OUTCOME -> Event.of(customer, at, id, outcome(dice, customer, at));
      default -> use(dice, customer, at, id);
    };
  }

  private static long instant(Random dice) {
    return START.atStartOfDay(SHANGHAI).toInstant().toEpochMilli()
        + (long) (dice.nextDouble() * Duration.ofDays(DAYS).toMillis());
  }

  /** Much of nothing, some of everything, and now and then more than anybody ever used. */
  private static Event use(Random dice, String customer, long at, int id) {
    EventKind kind =
        any(
            dice,
            Arrays.stream(EventKind.values())
                .filter(it -> it.feed() == Feed.USAGE || it.feed() == Feed.SPEND)
                .toList());
    long most = any(dice, List.of(1L, 5_000L, 5_000L, 50_000L, 1L << 40));
    Spread spread = dice.nextInt(5) == 0 ? any(dice, List.of(Spread.values())) : Spread.NONE;
    return new Event(
        kind,
        customer,
        at,
        id,
        (long) (dice.nextDouble() * most),
        spread,
        any(dice, Arrays.asList(null, "north", "south")),
        dice.nextInt(4),
        dev.ebb.event.PeerNetwork.UNKNOWN,
        dice.nextBoolean(),
        0,
        Long.MIN_VALUE,
        null,
        null,
        null,
        null);
  }

  private static Care care(Random dice) {
    Map<String, String> attributes = new java.util.HashMap<>();
    for (String name : List.of("ticket", "status", "from", "to", "fromFee", "toFee", "network")) {
      String value = any(dice, WORDS);
      if (value != null) {
        attributes.put(name, value);
      }
    }
    return new Care(
        any(dice, List.of(Care.Kind.values())),
        any(dice, Arrays.asList(Care.Source.values())),
        attributes);
  }

  private static Outcome outcome(Random dice, String customer, long at) {
    Outcome.Kind kind = any(dice, List.of(Outcome.Kind.values()));
    return new Outcome(
        customer + "-" + dice.nextInt(3),
        kind,
        any(dice, List.of(Outcome.Reason.values())),
        at + dice.nextInt(1_000_000_000),
        any(dice, WORDS));
  }

  private static Profile profile(Random dice, long at) {
    List<Profile.Agreement> agreements = new ArrayList<>();
    for (int i = dice.nextInt(3); i > 0; i--) {
      agreements.add(
          new Profile.Agreement(
              any(dice, List.of(Profile.AgreementKind.values())),
              any(dice, WORDS),
              START.plusDays(dice.nextInt(2 * DAYS) - DAYS),
              dice.nextBoolean()));
    }
    return new Profile(
        at,
        any(dice, Arrays.asList(null, START.minusYears(2), START.plusDays(dice.nextInt(DAYS)))),
        any(dice, Arrays.asList(null, Profile.Status.ACTIVE, Profile.Status.values()[2])),
        any(dice, Arrays.asList(null, Profile.Payment.PREPAID, Profile.Payment.POSTPAID)),
        dice.nextBoolean() ? null : new Profile.Plan("p", any(dice, WORDS), dice.nextInt(3) * 999L),
        agreements,
        any(dice, Arrays.asList(null, 0, 4_000, 20_000)),
        any(dice, WORDS),
        any(dice, WORDS),
        any(dice, Arrays.asList(null, "Asia/Urumqi", "America/Santiago")),
        any(dice, Arrays.asList(null, "h")),
        any(dice, Arrays.asList(null, new Profile.Account(Profile.AccountKind.GROUP, "g"))),
        dice.nextBoolean() ? null : contact(dice));
  }

  private static Profile.Contact contact(Random dice) {
    return new Profile.Contact(
        dice.nextInt(5) == 0,
        any(dice, List.of(List.of(), List.of("sms"), List.of("phone", "app"))),
        any(dice, WORDS),
        any(dice, Arrays.asList(null, LocalTime.of(21, 0))),
        any(dice, Arrays.asList(null, LocalTime.of(8, 0))),
        any(dice, WORDS));
  }

  private static <T> T any(Random dice, List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }
}
