package dev.ebb.job;

import dev.ebb.job.Formats.First;
import dev.ebb.ledger.Measure;
import dev.ebb.risk.ArpuHistogram;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How the streams about the use and the spend of regions are written. */
final class RegionFormats {
  private RegionFormats() {}

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

  static final class OfRegionUse extends First<RegionUse> {
    private static final long serialVersionUID = 1L;

    @Override
    public String name() {
      return "region-use";
    }

    @Override
    public void write(RegionUse use, DataOutputView out) throws IOException {
      out.writeUTF(use.region());
      out.writeInt(use.day());
      for (long amount : use.amounts()) {
        out.writeLong(amount);
      }
      out.writeInt(use.customers());
    }

    @Override
    RegionUse read(DataInputView in) throws IOException {
      String region = in.readUTF();
      int day = in.readInt();
      long[] amounts = new long[Measure.COUNT];
      for (int i = 0; i < amounts.length; i++) {
        amounts[i] = in.readLong();
      }
      return new RegionUse(region, day, amounts, in.readInt());
    }
  }
}
