package dev.ebb.desk.store;

import dev.ebb.desk.store.Figures.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What time it is for the desk.
 *
 * @param business the time in which customers live and deadlines fall; in a demo it runs faster
 * @param wall the time in which agents live: undoing, sessions, the audit log
 */
public record Clocks(InstantSource business, InstantSource wall) {

  /** Both are the machine's clock. */
  public static Clocks system() {
    return new Clocks(InstantSource.system(), InstantSource.system());
  }

  /** Business time, now. */
  public Instant now() {
    return business.instant();
  }

  /** The same span by the wall clock, which in a demo is another one. */
  public Span onTheWall(Span span) {
    Duration ahead = Duration.between(now(), wallNow());
    return new Span(span.from().plus(ahead), span.to().plus(ahead));
  }

  /** Wall time, now. */
  public Instant wallNow() {
    return wall.instant();
  }
}
