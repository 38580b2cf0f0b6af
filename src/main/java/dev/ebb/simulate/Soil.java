package dev.ebb.simulate;

import dev.ebb.event.Feed;
import java.time.Duration;
import java.util.function.Consumer;

/** Holds up, repeats and breaks records on their way, by the rates of {@link Dirt}. */
final class Soil {

  private final Dirt dirt;
  private final Tally tally;
  private final Consumer<Draft> sink;

  Soil(Dirt dirt, Tally tally, Consumer<Draft> sink) {
    this.dirt = dirt;
    this.tally = tally;
    this.sink = sink;
  }

  void send(Draft clean, Dice dice) {
    Feed feed = clean.kind().feed();
    if (feed != Feed.USAGE && feed != Feed.SPEND) {
      sink.accept(clean);
      return;
    }
    Draft sent = clean.sentAt(clean.at() + holdUp(dice));
    sink.accept(sent);
    if (dice.chance(dirt.duplicates())) {
      sink.accept(sent.repeatedAt(sent.emittedAt() + upTo(Dirt.REPEAT_WITHIN, dice)));
    }
    if (dice.chance(dirt.broken())) {
      sink.accept(clean.brokenAt(clean.at(), BrokenKind.draw(dice)));
    }
  }

  private long holdUp(Dice dice) {
    if (dice.chance(dirt.late())) {
      tally.late();
      return dirt.lateMin().toMillis() + upTo(dirt.lateMax().minus(dirt.lateMin()), dice);
    }
    return dice.chance(dirt.disordered()) ? upTo(dirt.disorderMax(), dice) : 0;
  }

  private static long upTo(Duration most, Dice dice) {
    return (long) (dice.unit() * most.toMillis());
  }
}
