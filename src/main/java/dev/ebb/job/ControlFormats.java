package dev.ebb.job;

import dev.ebb.codec.RawRecord;
import dev.ebb.config.PublishedRule;
import dev.ebb.job.Formats.First;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How what Watch is told is written, and what published rules come from. */
final class ControlFormats {
  private ControlFormats() {}

  static final class OfControl extends First<Control> {
    private static final long serialVersionUID = 1L;
    private static final Control.Kind[] KINDS = Control.Kind.values();

    @Override
    public String name() {
      return "control";
    }

    @Override
    public void write(Control control, DataOutputView out) throws IOException {
      out.writeByte(control.kind().ordinal());
      out.writeUTF(control.region());
      out.writeInt(control.day());
      out.writeLong(control.customers());
      out.writeInt(control.index().length);
      for (double index : control.index()) {
        out.writeDouble(index);
      }
      out.writeBoolean(control.rule() != null);
      if (control.rule() != null) {
        write(control.rule(), out);
      }
    }

    @Override
    Control read(DataInputView in) throws IOException {
      Control.Kind kind = KINDS[in.readByte()];
      String region = in.readUTF();
      int day = in.readInt();
      long customers = in.readLong();
      double[] index = new double[in.readInt()];
      for (int i = 0; i < index.length; i++) {
        index[i] = in.readDouble();
      }
      return new Control(kind, region, day, customers, index, in.readBoolean() ? rule(in) : null);
    }

    private static void write(PublishedRule rule, DataOutputView out) throws IOException {
      out.writeUTF(rule.id());
      out.writeLong(rule.offset());
      out.writeBoolean(!rule.isRemoval());
      if (!rule.isRemoval()) {
        Formats.writeBytes(rule.text().getBytes(StandardCharsets.UTF_8), out);
      }
    }

    private static PublishedRule rule(DataInputView in) throws IOException {
      String id = in.readUTF();
      long offset = in.readLong();
      return new PublishedRule(
          id,
          in.readBoolean() ? new String(Formats.readBytes(in), StandardCharsets.UTF_8) : null,
          offset);
    }
  }

  static final class OfRawRecord extends First<RawRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "raw-record";
    }

    @Override
    public void write(RawRecord record, DataOutputView out) throws IOException {
      Formats.writeBytes(record.pack(), out);
    }

    @Override
    RawRecord read(DataInputView in) throws IOException {
      return RawRecord.unpack(Formats.readBytes(in));
    }
  }
}
