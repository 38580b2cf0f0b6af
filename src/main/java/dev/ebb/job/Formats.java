package dev.ebb.job;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Decoded;
import dev.ebb.codec.EventFormat;
import dev.ebb.codec.Rejected;
import dev.ebb.event.Event;
import dev.ebb.job.FlatSerializer.Format;
import dev.ebb.ledger.DayClosed;
import dev.ebb.ledger.Ring;
import dev.ebb.risk.Tier;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How each stream's type is written. */
final class Formats {
  private Formats() {}

  /** A format at its first version. */
  abstract static class First<T> implements Format<T> {
    private static final long serialVersionUID = 1L;

    @Override
    public final int version() {
      return 1;
    }

    @Override
    public final T read(int version, DataInputView in) throws IOException {
      return read(in);
    }

    abstract T read(DataInputView in) throws IOException;
  }

  static final class OfEvent extends First<Event> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "event";
    }

    @Override
    public void write(Event event, DataOutputView out) throws IOException {
      EventFormat.write(event, out);
    }

    @Override
    Event read(DataInputView in) throws IOException {
      return EventFormat.read(in);
    }
  }

  static final class OfRejected extends First<Rejected> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "rejected";
    }

    @Override
    public void write(Rejected rejected, DataOutputView out) throws IOException {
      EventFormat.write(Decoded.of(rejected), out);
    }

    @Override
    Rejected read(DataInputView in) throws IOException {
      return EventFormat.readDecoded(in).rejected();
    }
  }

  static final class OfDecoded extends First<Decoded> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "decoded";
    }

    @Override
    public void write(Decoded decoded, DataOutputView out) throws IOException {
      EventFormat.write(decoded, out);
    }

    @Override
    Decoded read(DataInputView in) throws IOException {
      return EventFormat.readDecoded(in);
    }
  }

  static final class OfLedgerFact extends First<LedgerFact> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "ledger-fact";
    }

    @Override
    public void write(LedgerFact fact, DataOutputView out) throws IOException {
      out.writeByte(fact.kind().ordinal());
      out.writeUTF(fact.customerId());
      out.writeLong(fact.at());
      out.writeLong(fact.triggeredAt());
      switch (fact.kind()) {
        case CLOSED -> writeDay(fact.closed(), out);
        case PASSED -> EventFormat.write(fact.passed(), out);
        case RETURNED -> out.writeInt(fact.gapDays());
        case FORGOTTEN -> {}
      }
    }

    @Override
    LedgerFact read(DataInputView in) throws IOException {
      LedgerFact.Kind kind = KINDS[in.readByte()];
      String customerId = in.readUTF();
      long at = in.readLong();
      long triggeredAt = in.readLong();
      return switch (kind) {
        case CLOSED -> LedgerFact.closed(readDay(customerId, at, in), triggeredAt);
        case PASSED -> LedgerFact.passed(EventFormat.read(in), triggeredAt);
        case RETURNED -> LedgerFact.returned(customerId, at, in.readInt(), triggeredAt);
        case FORGOTTEN -> LedgerFact.forgotten(customerId, at, triggeredAt);
      };
    }

    private static final LedgerFact.Kind[] KINDS = LedgerFact.Kind.values();

    private static void writeDay(DayClosed day, DataOutputView out) throws IOException {
      out.writeInt(day.day());
      out.writeBoolean(day.corrected());
      writeText(day.region(), out);
      writeBytes(((Ring) day.history()).pack(), out);
    }

    private static DayClosed readDay(String customerId, long closedAt, DataInputView in)
        throws IOException {
      int day = in.readInt();
      boolean corrected = in.readBoolean();
      String region = readText(in);
      return new DayClosed(
          customerId, day, closedAt, corrected, region, Ring.unpack(readBytes(in)));
    }
  }

  static final class OfScore extends First<Score> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "score";
    }

    @Override
    public void write(Score score, DataOutputView out) throws IOException {
      out.writeUTF(score.customerId());
      out.writeInt(score.day());
      out.writeDouble(score.risk());
      out.writeByte(score.tier().ordinal());
      out.writeUTF(String.join(";", score.signals()));
    }

    @Override
    Score read(DataInputView in) throws IOException {
      String customerId = in.readUTF();
      int day = in.readInt();
      double risk = in.readDouble();
      Tier tier = Tier.values()[in.readByte()];
      String signals = in.readUTF();
      return new Score(
          customerId, day, risk, tier, signals.isEmpty() ? List.of() : List.of(signals.split(";")));
    }
  }

  static final class OfCompacted extends First<Compacted> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "compacted";
    }

    @Override
    public void write(Compacted record, DataOutputView out) throws IOException {
      out.writeUTF(record.customerId());
      out.writeBoolean(record.value() != null);
      if (record.value() != null) {
        writeBytes(record.value(), out);
      }
    }

    @Override
    Compacted read(DataInputView in) throws IOException {
      return new Compacted(in.readUTF(), in.readBoolean() ? readBytes(in) : null);
    }
  }

  static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInputView in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  /** A text that may be null. */
  static void writeText(String text, DataOutputView out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  static String readText(DataInputView in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
