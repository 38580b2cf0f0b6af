package dev.ebb.ledger;

import static dev.ebb.ledger.LedgerHarness.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import dev.ebb.event.Spread;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever comes in whatever order, every closed day is what the raw events say. */
class LedgerProperties {

  private static final List<EventKind> USE =
      List.of(EventKind.VOICE_OUT, EventKind.VOICE_IN, EventKind.SMS_IN, EventKind.TOPUP);
  private static final List<EventKind> MONEY =
      List.of(EventKind.CHARGE, EventKind.BILL, EventKind.TOPUP);
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long DEDUP_MILLIS = Duration.ofHours(24).toMillis();
  private static final int BUSY_STEPS = 150;
  private static final int MOST_MINUTES = 17;

  /** How a step's event relates to time. */
  enum Mode {
    ON_TIME,
    DISORDERED,
    LATE,
    DUPLICATE
  }

  /**
   * One arrival.
   *
   * @param gapMinutes how far time moves on before it
   * @param backMinutes how long ago a late event happened
   * @param lagMinutes how far the watermark stays behind
   */
  record Step(
      int gapMinutes, EventKind kind, int amount, Mode mode, int backMinutes, int lagMinutes) {

    Step after(int minutes) {
      return new Step(minutes, kind, amount, mode, backMinutes, lagMinutes);
    }

    Step with(EventKind other) {
      return new Step(gapMinutes, other, amount, mode, backMinutes, lagMinutes);
    }
  }

  record Scenario(
      String zone, LocalDate start, Spread usage, Spread spend, int ringDays, List<Step> steps) {

    /** Whether what has once been a sign of life remains one. */
    boolean hasNoWayBack() {
      return steps.stream().allMatch(step -> USE.contains(step.kind()))
          || steps.stream().allMatch(step -> MONEY.contains(step.kind()));
    }
  }

  @Property(tries = 150, seed = "20260301")
  void shouldEqualTheOracle(@ForAll("scenarios") Scenario scenario) {
    new Run(scenario).play();
  }

  /** A refund can undo the last sign of life, so the kinds are those that cannot be taken back. */
  @Property(tries = 150, seed = "20261122")
  void shouldRememberTheDaysBeforeASilence(
      @ForAll("scenarios") Scenario any, @ForAll boolean usage) {
    List<EventKind> kinds = usage ? USE : MONEY;
    List<Step> steps =
        any.steps().stream()
            .map(step -> step.with(kinds.get(step.amount() % kinds.size())))
            .toList();
    new Run(new Scenario(any.zone(), any.start(), any.usage(), any.spend(), any.ringDays(), steps))
        .play();
  }

  /** So much at a time that ids come again when the newest have been appended to the others. */
  @Property(tries = 100, seed = "20261123")
  void shouldCountEachIdOnceOnBusyDays(@ForAll("scenarios") Scenario any) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < BUSY_STEPS; i++) {
      steps.add(any.steps().get(i % any.steps().size()).after(i % MOST_MINUTES));
    }
    new Run(new Scenario(any.zone(), any.start(), any.usage(), any.spend(), any.ringDays(), steps))
        .play();
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    Arbitrary<Spread> grains =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(Spread.NONE)), Tuple.of(2, Arbitraries.of(Spread.class)));
    return Combinators.combine(
            Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Asia/Shanghai",
                "America/Sao_Paulo",
                "Australia/Lord_Howe"),
            Arbitraries.of(
                LocalDate.of(2024, 2, 20),
                LocalDate.of(2024, 3, 5),
                LocalDate.of(2018, 10, 25),
                LocalDate.of(2024, 10, 20),
                LocalDate.of(2025, 12, 20)),
            grains,
            grains,
            Arbitraries.of(35, 91),
            steps().list().ofMinSize(1).ofMaxSize(60))
        .as(Scenario::new);
  }

  private static Arbitrary<Step> steps() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 600)),
                Tuple.of(2, Arbitraries.integers().between(0, 3 * 24 * 60)),
                Tuple.of(1, Arbitraries.integers().between(0, 120 * 24 * 60))),
            Arbitraries.of(
                EventKind.VOICE_OUT,
                EventKind.VOICE_IN,
                EventKind.SMS_OUT,
                EventKind.SMS_IN,
                EventKind.DATA,
                EventKind.CHARGE,
                EventKind.TOPUP,
                EventKind.BILL,
                EventKind.PAYMENT,
                EventKind.REFUND),
            Arbitraries.integers().between(0, 2_000_000_000),
            Arbitraries.frequency(
                Tuple.of(6, Mode.ON_TIME),
                Tuple.of(3, Mode.DISORDERED),
                Tuple.of(3, Mode.LATE),
                Tuple.of(2, Mode.DUPLICATE)),
            Arbitraries.integers().between(0, 100 * 24 * 60),
            Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(1)),
                Tuple.of(1, Arbitraries.integers().between(0, 4 * 24 * 60))))
        .as(Step::new);
  }

  private static final class Run {
    private final Scenario scenario;
    private final LedgerHarness harness;
    private final Oracle oracle;
    private final Map<Long, Long> countedAt = new HashMap<>();
    private final List<Event> counted = new ArrayList<>();
    private long now;
    private long watermark = Long.MIN_VALUE;
    private int open = Integer.MAX_VALUE;
    private int checked;
    private boolean corrected;

    Run(Scenario scenario) {
      this.scenario = scenario;
      LedgerSettings defaults = LedgerSettings.defaults(ZoneId.of(scenario.zone()));
      harness =
          new LedgerHarness(
              new LedgerSettings(
                  defaults.zone(),
                  defaults.closeGrace(),
                  defaults.closeSpread(),
                  scenario.ringDays(),
                  defaults.dedupWindow(),
                  4_000,
                  7,
                  WatchListSource.EXAMPLE,
                  BundleSettings.NONE));
      oracle = new Oracle(defaults.zone(), scenario.ringDays());
      now = scenario.start().atTime(9, 0).atZone(defaults.zone()).toInstant().toEpochMilli();
    }

    void play() {
      long id = 1;
      for (Step step : scenario.steps()) {
        now += step.gapMinutes() * MINUTE;
        advance(now - step.lagMinutes() * MINUTE);
        if (step.mode() == Mode.DUPLICATE && !counted.isEmpty()) {
          repeat(counted.get(Math.max(0, counted.size() - 1 - step.backMinutes() % 70)));
        } else {
          deliver(event(step, id++));
        }
      }
      advance(now + Duration.ofDays(4).toMillis());
      assertThat(harness.out.closed).hasSize(checked);
    }

    /** Closes come one by one, so that the oracle sees what the ledger saw. */
    private void advance(long instant) {
      while (open != Integer.MAX_VALUE && harness.ledger.closeAt(CUSTOMER, open) <= instant) {
        harness.watermark(harness.ledger.closeAt(CUSTOMER, open));
        assertThat(harness.out.closed).hasSize(++checked);
        check(harness.out.lastClosed());
        open++;
      }
      harness.watermark(instant);
      watermark = Math.max(watermark, instant);
    }

    private Event event(Step step, long id) {
      long at =
          switch (step.mode()) {
            case ON_TIME, DUPLICATE -> now;
            case DISORDERED -> now - step.backMinutes() % 60 * 1_000L;
            case LATE -> now - step.backMinutes() * MINUTE;
          };
      Spread spread = step.kind().feed() == Feed.USAGE ? scenario.usage() : scenario.spend();
      return Event.of(step.kind(), CUSTOMER, at, id, step.amount()).with(spread);
    }

    private void repeat(Event event) {
      long then = countedAt.get(event.fingerprint());
      long rememberedFrom = then < event.at() - HOUR ? event.at() : then;
      if (watermark - rememberedFrom > DEDUP_MILLIS) {
        return;
      }
      if (!isTooLate(event)) {
        int before = harness.out.duplicates.size();
        harness.accept(event);
        assertThat(harness.out.duplicates).hasSize(before + 1);
      }
    }

    private boolean isTooLate(Event event) {
      return oracle.firstDay(event) < open - scenario.ringDays();
    }

    private void deliver(Event event) {
      int first = oracle.firstDay(event);
      if (checked == 0) {
        open = Math.min(open, Math.max(first, firstOpenByHand()));
      }
      if (isTooLate(event)) {
        int kept = open;
        harness.accept(event);
        assertThat(harness.out.rejected)
            .last()
            .extracting(RecordedOutput.Refused::reason)
            .isEqualTo(RejectReason.TOO_LATE);
        open = counted.isEmpty() ? Integer.MAX_VALUE : kept;
        return;
      }
      boolean late = first < open;
      corrected |= late;
      harness.accept(event);
      assertThat(harness.out.accepted).last().isEqualTo(new RecordedOutput.Accepted(event, late));
      oracle.add(event);
      counted.add(event);
      countedAt.put(event.fingerprint(), watermark);
    }

    private int firstOpenByHand() {
      int day = oracle.firstDay(Event.of(EventKind.DATA, CUSTOMER, watermark, 0, 0)) - 3;
      while (harness.ledger.closeAt(CUSTOMER, day) <= watermark) {
        day++;
      }
      return day;
    }

    private void check(DayClosed closed) {
      assertThat(closed.day()).isEqualTo(open);
      assertThat(closed.corrected()).isEqualTo(corrected);
      corrected = false;
      Histories.assertSame(closed.history(), oracle.closedAt(open));
      if (scenario.hasNoWayBack()) {
        Histories.assertSameRhythm(closed.history(), oracle.closedAt(open));
      }
    }
  }
}
