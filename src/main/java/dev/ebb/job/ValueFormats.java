package dev.ebb.job;

import dev.ebb.job.Formats.First;
import dev.ebb.risk.ArpuHistogram;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How the streams about the worth of customers are written. */
final class ValueFormats {
  private ValueFormats() {}

  static final class OfRegionArpu extends First<RegionArpu> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "region-arpu";
    }

    @Override
    public void write(RegionArpu part, DataOutputView out) throws IOException {
      out.writeUTF(part.region());
      out.writeInt(part.month());
      Formats.writeBytes(part.arpu().pack(), out);
    }

    @Override
    RegionArpu read(DataInputView in) throws IOException {
      return new RegionArpu(
          in.readUTF(), in.readInt(), ArpuHistogram.unpack(Formats.readBytes(in)));
    }
  }
}
