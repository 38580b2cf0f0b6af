package dev.ebb.job;

import dev.ebb.job.Formats.First;
import dev.ebb.kpi.Counts;
import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import dev.ebb.retention.Slice;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How the streams of key figures are written. */
final class KpiFormats {
  private KpiFormats() {}

  static final class OfKpiFact extends First<KpiFact> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "kpi-fact";
    }

    @Override
    public void write(KpiFact fact, DataOutputView out) throws IOException {
      out.writeUTF(fact.slice().key());
      out.writeInt(fact.day());
      out.writeUTF(fact.name());
      out.writeLong(fact.count());
    }

    @Override
    KpiFact read(DataInputView in) throws IOException {
      return new KpiFact(Slice.parse(in.readUTF()), in.readInt(), in.readUTF(), in.readLong());
    }
  }

  static final class OfKpiPart extends First<KpiPart> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "kpi-part";
    }

    @Override
    public void write(KpiPart part, DataOutputView out) throws IOException {
      out.writeUTF(part.slice().key());
      out.writeInt(part.day());
      PackedWriter counts = new PackedWriter();
      part.counts().pack(counts);
      Formats.writeBytes(counts.toBytes(), out);
    }

    @Override
    KpiPart read(DataInputView in) throws IOException {
      Slice slice = Slice.parse(in.readUTF());
      int day = in.readInt();
      return new KpiPart(slice, day, Counts.unpack(new PackedReader(Formats.readBytes(in))));
    }
  }
}
