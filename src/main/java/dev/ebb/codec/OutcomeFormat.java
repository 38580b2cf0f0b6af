package dev.ebb.codec;

import dev.ebb.event.Outcome;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The compact form of an outcome, as part of an event. */
final class OutcomeFormat {
  private static final Outcome.Kind[] KINDS = Outcome.Kind.values();
  private static final Outcome.Reason[] REASONS = Outcome.Reason.values();

  private OutcomeFormat() {}

  static void write(Outcome outcome, long at, DataOutput out) throws IOException {
    Packed.writeText(out, outcome.alertId());
    Packed.writeEnum(out, outcome.kind());
    Packed.writeEnum(out, outcome.reason());
    out.writeBoolean(outcome.dueAt() != null);
    if (outcome.dueAt() != null) {
      Packed.writeSigned(out, outcome.dueAt() - at);
    }
    Packed.writeText(out, outcome.by());
  }

  static Outcome read(long at, DataInput in) throws IOException {
    return new Outcome(
        Packed.readText(in),
        Packed.readEnum(in, KINDS),
        Packed.readEnum(in, REASONS),
        in.readBoolean() ? at + Packed.readSigned(in) : null,
        Packed.readText(in));
  }
}
