package dev.ebb.job;

import dev.ebb.job.Formats.First;
import dev.ebb.kpi.Counts;
import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import dev.ebb.retention.Leaver;
import dev.ebb.retention.Slice;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How the streams of key figures are written. */
final class KpiFormats {
  private KpiFormats() {}

  static void writeSlices(List<Slice> slices, DataOutputView out) throws IOException {
    out.writeInt(slices.size());
    for (Slice slice : slices) {
      out.writeUTF(slice.key());
    }
  }

  static List<Slice> readSlices(DataInputView in) throws IOException {
    Slice[] slices = new Slice[in.readInt()];
    for (int i = 0; i < slices.length; i++) {
      slices[i] = Slice.parse(in.readUTF());
    }
    return List.of(slices);
  }

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

  static final class OfLeaver extends First<Leaver> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "leaver";
    }

    @Override
    public void write(Leaver leaver, DataOutputView out) throws IOException {
      out.writeUTF(leaver.customerId());
      out.writeLong(leaver.goneAt());
      out.writeLong(leaver.at());
      writeSlices(leaver.slices(), out);
    }

    @Override
    Leaver read(DataInputView in) throws IOException {
      return new Leaver(in.readUTF(), in.readLong(), in.readLong(), readSlices(in));
    }
  }
}
